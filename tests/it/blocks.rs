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
    line(&value["mark"]) + &runs(&value["body"])
}

/// A title, or the blank in its place.
fn or_blank(value: &Value) -> String {
    value.as_str().unwrap_or("[subject]").to_owned()
}

/// The letters of a block in the order in which a page has them.
fn letters(block: &Value) -> String {
    match block["word"].as_str().expect("a word") {
        "letterhead" => letterhead(block),
        "title" => line(&block["kind"]) + &or_blank(&block["subject"]),
        "addressees" => line(&block["label"]) + &all(&block["items"], item),
        "appendix" => String::new(),
        "appendix-title" => {
            line(&block["label"])
                + &or_blank(&block["title-in-capitals"])
                + &runs(&block["reference"])
        }
        "basis" | "table-unit" => runs(&block["body"]),
        "section" | "clause" => line(&block["number"]) + &runs(&block["body"]),
        "paragraph" | "lead-in" | "last" => item(block),
        "task-table" => head(block) + &all(&block["groups"], tasks),
        "data-table" => {
            let group = |group: &Value| {
                line(&group["title"]) + &all(&group["rows"], row) + &row(&group["total"])
            };
            head(block) + &all(&block["groups"], group) + &row(&block["total"])
        }
        "notes" => line(&block["label"]) + &all(&block["items"], runs),
        "chart" => of_svg(block["svg"].as_str().expect("an SVG")) + &runs(&block["caption"]),
        "signature" => {
            let recipients = &block["recipients"];
            let signer = &block["signer"];
            let blank = signer["blank"]
                .as_str()
                .map(|key| format!("[{key}]"))
                .unwrap_or_default();
            line(&recipients["label"])
                + &all(&recipients["items"], item)
                + &lines(&signer["lines"])
                + &line(&signer["name"])
                + &blank
        }
        other => panic!("{other}"),
    }
}

fn letterhead(block: &Value) -> String {
    let (issuer, number) = (&block["issuer"], &block["number"]);
    let date = all(&block["date"]["parts"], lines);
    [
        line(&issuer["parent"]),
        lines(&issuer["name"]),
        line(&block["national"]["name"]),
        line(&block["national"]["motto"]),
        line(&number["label"]) + &line(&number["given"]) + "/" + &line(&number["symbol"]),
        line(&issuer["place"]) + "," + &date,
        line(&block["matter"]),
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

/// The head of a table, which stands again on every page. A page has cells over two rows behind those of the
/// first row.
fn head(block: &Value) -> String {
    if block["word"] == "task-table" {
        return lines(&block["columns"]);
    }
    let rows = block["head"].as_array().expect("rows");
    let of = |row: &Value, is_deep: bool| {
        let is_it = |cell: &&Value| (cell["rows"].as_i64() > Some(1)) == is_deep;
        let cells = row.as_array().expect("cells").iter().filter(is_it);
        cells.map(|cell| runs(&cell["body"])).collect::<String>()
    };
    rows.iter().map(|row| of(row, false) + &of(row, true)).collect()
}

/// The letters that a chart shows, but for those that are turned.
fn of_svg(svg: &str) -> String {
    let texts = svg.split("<text").skip(1).filter_map(|rest| {
        let (looks, rest) = rest.split_once('>').expect("a start");
        let text = rest.split_once("</text>").expect("an end").0;
        (!looks.contains("rotate")).then_some(text)
    });
    texts
        .map(|text| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .collect()
}

fn bare(text: &str) -> String {
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
            let said = bare(&blocks.iter().map(letters).collect::<String>());
            let heads: Vec<String> = blocks
                .iter()
                .filter(|block| {
                    ["task-table", "data-table"]
                        .contains(&block["word"].as_str().unwrap_or(""))
                })
                .map(|block| bare(&head(block)))
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
        workspace.run(&["build", "--format", format]);
        workspace.run(&["build", "--draft", "--format", format]);
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
