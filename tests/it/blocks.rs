//! `build --format json`: what a paper says, block by block, is what its pages say.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::page::{MM, Page, Paper};
use crate::workspace::{Workspace, repository};

/// The letters of a list of runs.
fn runs(value: &Value) -> String {
    let runs = value.as_array().map(Vec::as_slice).unwrap_or_default();
    runs.iter().map(|run| line(&run["text"])).collect()
}

/// A string, or nothing.
fn line(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn lines(value: &Value) -> String {
    all(value, line)
}

fn all(value: &Value, letters: impl Fn(&Value) -> String) -> String {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().map(letters).collect()
}

/// Letters with what stands before them.
fn item(value: &Value) -> String {
    line(&value["label"]) + &line(&value["mark"]) + &runs(&value["body"])
}

/// A title, or the blank in its place.
fn or_blank(title: &Value, block: &Value) -> String {
    let blank = || format!("[{}]", line(&block["blank"]));
    title.as_str().map_or_else(blank, str::to_owned)
}

/// Who prints a head of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// A page, which has cells over two rows behind those of the first row.
    Page,
    /// Word, which has them where they stand.
    Word,
}

/// The letters of the blocks of a paper, without white space.
pub fn said(paper: &Value, printed: Printed) -> String {
    let blocks = paper["blocks"].as_array().expect("blocks");
    bare(&blocks.iter().map(|block| letters(block, printed)).collect::<String>())
}

/// The letters of a block in the order in which it is printed.
fn letters(block: &Value, printed: Printed) -> String {
    match block["word"].as_str().expect("a word") {
        "letterhead" => letterhead(block),
        "title" => line(&block["kind"]) + &or_blank(&block["subject"], block),
        "addressees" => line(&block["label"]) + &all(&block["items"], item),
        "appendix" => String::new(),
        "appendix-title" => {
            line(&block["label"])
                + &or_blank(&block["title-in-capitals"], block)
                + &runs(&block["reference"])
        }
        "basis" | "table-unit" | "centred" => runs(&block["body"]),
        "division" => line(&block["label"]) + &runs(&block["body"]),
        "address" => line(&block["body"]),
        "certificate" => certificate(block),
        "section" | "clause" => line(&block["number"]) + &runs(&block["body"]),
        "paragraph" | "lead-in" | "last" => item(block),
        "task-table" => head(block, printed) + &all(&block["groups"], tasks),
        "data-table" => {
            let group = |group: &Value| {
                line(&group["title"]) + &all(&group["rows"], row) + &row(&group["total"])
            };
            head(block, printed) + &all(&block["groups"], group) + &row(&block["total"])
        }
        "notes" => line(&block["label"]) + &all(&block["items"], runs),
        "picture" => runs(&block["caption"]),
        "chart" => of_svg(block["svg"].as_str().expect("an SVG")) + &runs(&block["caption"]),
        "signature" => signature(block),
        other => panic!("{other}"),
    }
}

/// Who signs, beside whom, and who receives it: of minutes below both.
fn signature(block: &Value) -> String {
    let recipients = &block["recipients"];
    let sent =
        line(&recipients["label"]) + &all(&recipients["items"], item) + &line(&block["marks"]);
    let beside = &block["beside"];
    if beside.is_null() {
        sent + &signing(&block["signer"])
    } else {
        signing(beside) + &signing(&block["signer"]) + &sent
    }
}

fn signing(signer: &Value) -> String {
    let blank = signer["blank"].as_str().map(|key| format!("[{key}]"));
    lines(&signer["lines"]) + &line(&signer["name"]) + &blank.unwrap_or_default()
}

fn certificate(block: &Value) -> String {
    [
        line(&block["national"]["name"]),
        line(&block["national"]["motto"]),
        line(&block["giver"]),
        line(&block["grants"]),
        line(&block["award"]),
        runs(&block["recipient"]),
        runs(&block["achievement"]),
        all(&block["notes"], runs),
        runs(&block["place-date"]),
        signing(&block["signer"]),
    ]
    .concat()
}

fn letterhead(block: &Value) -> String {
    let (issuer, number) = (&block["issuer"], &block["number"]);
    // Minutes have neither place nor date.
    let dated = match &block["date"] {
        Value::Null => String::new(),
        date => line(&issuer["place"]) + "," + &all(&date["parts"], lines),
    };
    // A text that a decision issues has no number.
    let numbered = match number {
        Value::Null => String::new(),
        number => {
            line(&number["label"]) + &line(&number["given"]) + "/" + &line(&number["symbol"])
        }
    };
    [
        line(&block["circulation"]),
        line(&issuer["parent"]),
        lines(&issuer["name"]),
        line(&block["national"]["name"]),
        line(&block["national"]["motto"]),
        line(&block["copied"]),
        numbered,
        dated,
        line(&block["matter"]),
        line(&block["urgency"]),
    ]
    .concat()
}

fn tasks(group: &Value) -> String {
    let task = |task: &Value| {
        let said = runs(&task["body"]) + &all(&task["items"], item);
        line(&task["number"]) + &said + &all(&task["agencies"], item)
    };
    line(&group["title"]) + &all(&group["tasks"], task)
}

fn row(cells: &Value) -> String {
    all(cells, runs)
}

/// The head of a table, which stands again on every page.
fn head(block: &Value, printed: Printed) -> String {
    if block["word"] == "task-table" {
        return lines(&block["columns"]);
    }
    let rows = block["head"].as_array().expect("rows");
    let of = |row: &Value, is_deep: bool| {
        let is_it = |cell: &&Value| (cell["rows"].as_i64() > Some(1)) == is_deep;
        let cells = row.as_array().expect("cells").iter().filter(is_it);
        cells.map(|cell| runs(&cell["body"])).collect::<String>()
    };
    let row = |row: &Value| match printed {
        Printed::Page => of(row, false) + &of(row, true),
        Printed::Word => all(row, |cell| runs(&cell["body"])),
    };
    rows.iter().map(row).collect()
}

/// The letters that a chart shows, but for those that are turned.
pub fn of_svg(svg: &str) -> String {
    let texts = svg.split("<text").skip(1).filter_map(|rest| {
        let (looks, rest) = rest.split_once('>').expect("a start");
        let text = rest.split_once("</text>").expect("an end").0;
        (!looks.contains("rotate")).then_some(text)
    });
    texts
        .map(|text| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .collect()
}

pub fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The letters of a page below its head, where page number and mark stand.
fn below_head(page: &Page) -> String {
    let lines = page.lines.iter().filter(|line| line.y > 20.0 * MM);
    bare(&lines.map(|line| line.text.as_str()).collect::<String>())
}

/// Holds all papers below a folder against their blocks; how many there are.
fn hold(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            count += hold(&path);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            let text = fs::read_to_string(&path).expect("a file");
            let paper: Value = serde_json::from_str(&text).expect("JSON");
            let blocks = paper["blocks"].as_array().expect("blocks");
            let said = said(&paper, Printed::Page);
            let heads: Vec<String> = blocks
                .iter()
                .filter(|block| {
                    ["task-table", "data-table"]
                        .contains(&block["word"].as_str().unwrap_or(""))
                })
                .map(|block| bare(&head(block, Printed::Page)))
                .collect();
            let printed = printed(&Paper::read(&path.with_extension("pdf")), &heads);
            let at = said.chars().zip(printed.chars()).take_while(|(a, b)| a == b).count();
            let from = |text: &str| {
                text.chars().skip(at.saturating_sub(30)).take(90).collect::<String>()
            };
            assert!(
                said == printed,
                "{path:?}\nsaid:    {}\nprinted: {}",
                from(&said),
                from(&printed)
            );
            count += 1;
        }
    }
    count
}

/// What pages say, without the heads of tables that go on from the page before.
fn printed(paper: &Paper, heads: &[String]) -> String {
    let mut printed = String::new();
    for (at, page) in paper.pages.iter().enumerate() {
        let letters = below_head(page);
        let head = heads.iter().find(|head| at > 0 && letters.starts_with(head.as_str()));
        printed.push_str(&letters[head.map_or(0, String::len)..]);
    }
    printed
}

#[test]
fn the_words_of_the_blocks_are_those_of_the_pages() {
    let workspace = Workspace::empty();
    copy(&repository().join("data"), &workspace.path("data"));
    for format in ["pdf", "json"] {
        for draft in [&[][..], &["--draft"]] {
            let run = workspace.run(&[&["build", "2024", "--format", format], draft].concat());
            assert_eq!(run.code, 0, "{}", run.err);
        }
    }
    let (final_ones, drafts) =
        (hold(&workspace.path("out/2024")), hold(&workspace.path("out/draft")));
    assert!(final_ones >= 40 && drafts >= 80, "{final_ones} {drafts}");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("copied");
        }
    }
}

/// The forms of a launch, and texts that are markup elsewhere.
#[test]
fn letters_speeches_and_odd_texts_say_the_same() {
    let launch = "data/2024/launches/hoang-van-thu.yaml";
    for form in ["plan", "notice", "letter", "speech"] {
        let workspace = Workspace::empty();
        copy(&repository().join("data"), &workspace.path("data"));
        let text = fs::read_to_string(workspace.path(launch)).expect("the launch");
        let old = text
            .lines()
            .find(|line| line.starts_with("form:"))
            .expect("its form")
            .to_owned();
        workspace.replace(launch, &old, &format!("form: {form}"));
        workspace.replace(
            launch,
            "closing: ",
            "closing: \"#x *y* $z$ @a <b> -- \\\"q\\\" \\\\ 1. // ~ [c] **đậm *nghiêng*** 'd'. \" # ",
        );
        if form == "speech" {
            let text = fs::read_to_string(workspace.path(launch)).expect("the launch");
            let keys = ["recipients:", "filing:"].map(|key| text.find(key).expect("there"));
            let end = text.find("signer:").expect("there");
            workspace.write(launch, format!("{}{}", &text[..keys[0]], &text[end..]));
        }
        for format in ["pdf", "json"] {
            let run = workspace.run(&["build", launch, "--format", format]);
            assert_eq!(run.code, 0, "{form}: {}", run.err);
        }
        assert!(hold(&workspace.path("out")) > 0);
    }
}

#[test]
fn what_is_no_word_is_told_at_its_line_and_printed_all_the_same() {
    for (stray, what) in [
        ("#v(1cm)", "v"),
        ("Chữ rời", "text"),
        ("#table(columns: 2)[a][b]", "table"),
        ("#paragraph[a#link(\"x\")[b]]", "link"),
    ] {
        let workspace = Workspace::new();
        workspace.copy("templates/plan.typ.j2");
        workspace.replace(
            "templates/plan.typ.j2",
            "{% include \"foot.typ.j2\" %}",
            &format!("{stray}\n\n{{% include \"foot.typ.j2\" %}}"),
        );
        let run = workspace.run(&["build", "--format", "json"]);
        assert_eq!(run.code, 1, "{stray}");
        assert!(run.err.contains("error[no-word]"), "{stray}: {}", run.err);
        assert!(run.err.contains(&format!("\"{what}\"")), "{stray}: {}", run.err);
        assert!(run.err.contains("templates/plan.typ.j2:4"), "{stray}: {}", run.err);
        assert_eq!(workspace.run(&["build"]).code, 0, "{stray}");
    }
}

/// A word that nobody would draw is told; nothing is lost in silence.
#[test]
fn a_word_within_other_typst_is_an_error() {
    for stray in
        ["#set text(red)", "#align(center)[#paragraph[a]]", "#[#strong[#section(\"a\")]]"]
    {
        let workspace = Workspace::new();
        workspace.copy("templates/plan.typ.j2");
        let foot = "{% include \"foot.typ.j2\" %}";
        workspace.replace("templates/plan.typ.j2", foot, &format!("{stray}\n{foot}"));
        let run = workspace.run(&["build"]);
        assert_eq!(run.code, 1, "{stray}");
        assert!(
            run.err.contains("a word of nd30.typ stands within other Typst"),
            "{stray}: {}",
            run.err
        );
    }
}

/// Goes over everything in a JSON value.
fn each<'v>(value: &'v Value, visit: &mut impl FnMut(&'v Value)) {
    visit(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| each(item, visit)),
        Value::Object(entries) => entries.values().for_each(|item| each(item, visit)),
        _ => {}
    }
}

/// What a line of YAML says, without its dash and its key.
fn said_on(file: &str, line: usize) -> String {
    let line = file.lines().nth(line - 1).expect("the line");
    bare(&line.replace(['*', '"'], ""))
}

#[test]
fn letters_of_the_data_know_their_file_line_and_key() {
    let workspace = Workspace::empty();
    copy(&repository().join("data"), &workspace.path("data"));
    workspace.run(&["build", "--draft", "--format", "json"]);
    for (paper, keys, files) in [
        (
            "2024/plan",
            &[
                "purpose.1",
                "arrangements.2",
                "tasks.2.text",
                "tasks.14.items.2",
                "recipients.1",
            ][..],
            2,
        ),
        ("2024/launches/hoang-van-thu/cum-phong-ban", &["aims.1", "scope", "opening.1"], 1),
        // A report prints the plan's tasks, and what units said of them.
        ("2024/reports/h1", &["opening.1", "tasks.1.text"], 2),
        ("2024/overview", &["tasks.1.text"], 2),
    ] {
        let text = fs::read_to_string(workspace.path(&format!("out/draft/{paper}.json")));
        let blocks: Value = serde_json::from_str(&text.expect("the blocks")).expect("JSON");
        let mut found = std::collections::BTreeSet::new();
        let mut told = std::collections::BTreeSet::new();
        each(&blocks, &mut |value| {
            let place = &value["place"];
            let (Some(file), Some(line)) = (place["file"].as_str(), place["line"].as_u64())
            else {
                return;
            };
            let source = fs::read_to_string(workspace.path(file)).expect("the file");
            let letters = bare(value["text"].as_str().expect("letters"));
            let begin: String = letters.chars().take(12).collect();
            let begin = begin.trim_end_matches(['.', ';', '/', ',', ':']);
            let line = said_on(&source, usize::try_from(line).expect("a line"));
            // A day is printed otherwise than it is typed.
            let is_day =
                begin.starts_with(|c: char| c.is_ascii_digit()) && begin.contains('/');
            let says =
                line.to_lowercase().contains(&begin.to_lowercase()) || line.contains('{');
            // A superior document and an agency are told in other words than their first line.
            let is_told = place["key"].as_str().is_some_and(|key| {
                key.starts_with("implements") || key.starts_with("agencies")
            });
            assert!(
                is_day || says || is_told,
                "{paper}: {begin:?} does not stand on {file}: {line}"
            );
            found.extend(place["key"].as_str().map(str::to_owned));
            told.insert(file.to_owned());
        });
        for key in keys {
            assert!(found.contains(*key), "{paper} has no {key}: {found:?}");
        }
        assert!(told.len() >= files, "{paper}: {told:?}");
    }
}

/// Letters know their own value, not the first that says the same.
#[test]
fn a_message_names_the_value_that_the_letters_are_of() {
    let workspace = Workspace::new();
    let long = "a".repeat(20_000);
    let plan = "data/2024/plan.yaml";
    workspace.replace(plan, "purpose:\n", &format!("purpose:\n  - {long}\n"));
    workspace.replace(plan, "  - Thường trực Huyện ủy\n", &format!("  - {long}\n"));
    let run = workspace.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("error[beyond-margin]"), "{}", run.err);
    assert!(run.err.contains("it is the value of recipients."), "{}", run.err);

    // What a stray holds is told by its line in the data, beside that of the template.
    let workspace = Workspace::new();
    workspace.copy("templates/plan.typ.j2");
    let foot = "{% include \"foot.typ.j2\" %}";
    let stray = "#rect[{{ plan.purpose[0] }}]";
    workspace.replace("templates/plan.typ.j2", foot, &format!("{stray}\n\n{foot}"));
    let run = workspace.run(&["build", "--format", "json"]);
    assert_eq!(run.code, 1);
    let text = fs::read_to_string(workspace.path(plan)).expect("the plan");
    let line = 2 + text.lines().position(|line| line == "purpose:").expect("a purpose");
    assert!(run.err.contains(&format!("--> data/2024/plan.yaml:{line}:")), "{}", run.err);
    assert!(run.err.contains("templates/plan.typ.j2:4"), "{}", run.err);
}

/// A comment changes nothing of a page, but moves the lines that blocks tell of.
#[test]
fn blocks_are_made_again_when_lines_move() {
    let workspace = Workspace::new();
    let lines = || {
        let run = workspace.run(&["build", "--format", "json"]);
        assert_eq!(run.code, 0, "{}", run.err);
        let text = fs::read_to_string(workspace.path("out/2024/plan.json")).expect("blocks");
        let blocks: Value = serde_json::from_str(&text).expect("JSON");
        let mut lines = Vec::new();
        each(&blocks, &mut |value| lines.extend(value["place"]["line"].as_u64()));
        lines
    };
    let before = lines();
    let text = fs::read_to_string(workspace.path("data/2024/plan.yaml")).expect("the plan");
    workspace.write("data/2024/plan.yaml", format!("# Ghi chú\n{text}"));
    let after = lines();
    assert_eq!(before.len(), after.len());
    assert!(before.iter().zip(&after).any(|(before, after)| before + 1 == *after));
}
