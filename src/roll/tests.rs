use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::objections::{OBJECTIONS, raised};
use super::scene::Scene;
use super::*;
use crate::calendar::Year;
use crate::expressions::Time;
use crate::expressions::token::Tokens;
use crate::law::expressions_in;

/// The fixtures by name, such as "rules/day", with their sentences.
#[expect(clippy::disallowed_methods, reason = "the files of this repository")]
fn fixtures() -> Vec<(String, Vec<Sentence>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/roll/fixtures");
    let mut found = Vec::new();
    for folder in ["rules", "objections", ""] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder").flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|extension| extension == "tsv") {
                let name = path.strip_prefix(&root).expect("below").with_extension("");
                let text = fs::read_to_string(&path).expect("UTF-8");
                let sentences = text.lines().map(parse).collect();
                found.push((name.to_str().expect("UTF-8").to_owned(), sentences));
            }
        }
    }
    found.sort();
    found
}

/// A marked sentence: the old one, the new one, the doubts.
type Sentence = (String, String, Vec<String>);

/// All marked sentences.
fn sentences() -> Vec<Sentence> {
    fixtures().into_iter().flat_map(|(_, sentences)| sentences).collect()
}

fn parse(line: &str) -> Sentence {
    let (marked, doubts) = line.split_once('\t').unwrap_or((line, ""));
    // "⏎" stands for the end of a line, "⇥" for a tab.
    let marked = marked.replace('⏎', "\n").replace('⇥', "\t");
    let (mut old, mut new) = (String::new(), String::new());
    for (index, piece) in marked.split(['[', ']']).enumerate() {
        let (before, after) =
            if index % 2 == 1 { piece.split_once('|').unwrap() } else { (piece, piece) };
        old.push_str(before);
        new.push_str(after);
    }
    (old, new, doubts.split_whitespace().map(str::to_owned).collect())
}

fn frame(from: u16, to: u16) -> Frame {
    Frame {
        from: Year::new(from).unwrap(),
        to: Year::new(to).unwrap(),
    }
}

/// The old text with its changes marked as in the table.
fn marked(old: &str, rolled: &Rolled) -> String {
    let mut marked = String::new();
    let mut done = 0;
    for change in &rolled.changes {
        marked.push_str(&old[done..change.old.start]);
        let new = &rolled.text[change.new.clone()];
        marked.push_str(&format!("[{}|{new}]", &old[change.old.clone()]));
        done = change.old.end;
    }
    marked + &old[done..]
}

#[test]
fn every_sentence_becomes_what_a_clerk_would_write() {
    let mut wrong = Vec::new();
    for (old, new, doubts) in sentences() {
        let rolled = text(&old, frame(2024, 2025));
        let asked: Vec<&str> = rolled.questions.iter().map(|q| q.doubt.name()).collect();
        if rolled.text != new || asked != doubts {
            wrong.push(format!(
                "{}\t{}\n  wanted: {new} {doubts:?}",
                marked(&old, &rolled),
                asked.join(" ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What decides about the expressions of a sentence: the kinds of all, and the objections that keep one
/// of them from moving.
fn deciding(old: &str) -> BTreeSet<String> {
    let tokens = Tokens::new(old);
    let found = expressions_in(&tokens);
    let scene = Scene::new(old, &tokens, &found, frame(2024, 2025));
    let mut names = BTreeSet::new();
    for (index, expression) in found.iter().enumerate() {
        names.insert(format!("rules/{}", expression.time.name()));
        let verdict = rules::judge(&scene, index);
        let objection = raised(&scene, index, &expression.time);
        let asked = objection
            .filter(|raised| verdict.edits.is_empty() && verdict.doubt == Some(raised.doubt));
        names.extend(asked.map(|raised| format!("objections/{}", raised.name)));
    }
    if names.is_empty() {
        names.insert("none".to_owned());
    }
    names
}

#[test]
fn every_rule_and_every_objection_has_its_fixture() {
    let mut wanted: BTreeSet<String> = OBJECTIONS
        .iter()
        .map(|own| format!("objections/{}", own.name))
        .collect();
    wanted.extend(Time::NAMES.map(|kind| format!("rules/{kind}")));
    let mut held = BTreeSet::new();
    for (name, sentences) in fixtures() {
        for (old, _, _) in sentences {
            let deciding = deciding(&old);
            assert!(deciding.contains(&name), "{name}: {old} is decided by {deciding:?}");
            held.insert(name.clone());
        }
    }
    wanted.insert("none".to_owned());
    assert_eq!(held, wanted);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(any in "\\PC*") {
        let rolled = text(&any, frame(2024, 2025));
        check_ranges(&any, &rolled);
    }
}

fn check_ranges(old: &str, rolled: &Rolled) {
    for change in &rolled.changes {
        assert!(old.get(change.old.clone()).is_some());
        assert!(rolled.text.get(change.new.clone()).is_some());
    }
}

/// What was shifted goes on being shifted, year after year, until a person is asked.
#[test]
fn rolled_on_for_ten_years_no_wrong_year_is_left() {
    let mut long = 0;
    for (old, _, doubts) in sentences().into_iter().filter(|(old, new, _)| old != new) {
        // 29 February comes only once.
        if !doubts.is_empty() || old.contains("29") {
            continue;
        }
        let mut rolling = old.clone();
        let mut reached = 2024;
        for year in 2024..2034 {
            let next = text(&rolling, frame(year, year + 1));
            if !next.questions.is_empty() {
                break;
            }
            rolling = next.text;
            reached = year + 1;
        }
        let at_once = text(&old, frame(2024, reached.max(2025)));
        assert!(reached == 2024 || rolling == at_once.text, "{reached}: {rolling}");
        long += usize::from(reached == 2034);
        let mut asked = false;
        for year in (2024..reached).rev() {
            let back = text(&rolling, frame(year + 1, year));
            asked |= !back.questions.is_empty();
            rolling = back.text;
        }
        assert!(asked || rolling == old, "{rolling}");
    }
    assert!(long > 250, "only {long} sentences go on for ten years");
}

#[test]
fn a_shifted_day_tells_its_date() {
    let rolled = text("trước ngày **15/01/2024** và ngày 29/02/2024", frame(2024, 2025));
    let dates: Vec<_> = rolled
        .changes
        .iter()
        .map(|change| (change.reason, change.date.map(|date| date.to_string())))
        .collect();
    let leap = Some("2025-02-28".to_owned());
    let expected = [
        (Reason::Day, Some("2025-01-15".to_owned())),
        (Reason::LeapDay, leap.clone()),
        (Reason::Day, leap),
    ];
    assert_eq!(dates, expected);
    assert_eq!(rolled.text, "trước ngày **15/01/2025** và ngày 28/02/2025");
}

#[test]
fn years_at_the_edge_of_the_calendar_do_not_break() {
    for (from, to) in [(2199, 2198), (1945, 1946), (2198, 2199), (1945, 2199), (2199, 1945)] {
        let old = format!("năm {from}, kỷ niệm 5 năm Ngày thành lập, 01/01/{from}, Giáp Thìn");
        check_ranges(&old, &text(&old, frame(from, to)));
    }
    let rolled = text("năm 2199 và năm 2198", frame(2198, 2199));
    // What belongs together moves together or not at all.
    assert_eq!(rolled.text, "năm 2199 và năm 2198");
    assert_eq!(rolled.questions.first().map(|q| q.doubt), Some(Doubt::OutOfRange));
}

#[test]
fn every_reason_has_its_sentence_in_both_languages() {
    let sources = [include_str!("../../locales/vi.ftl"), include_str!("../../locales/en.ftl")];
    let reasons = Reason::ALL.iter().map(|reason| format!("roll-{}", reason.name()));
    let doubts = Doubt::ALL.iter().map(|doubt| format!("ask-{}", doubt.name()));
    let kept = KeptBecause::ALL.iter().map(|kept| format!("keep-{}", kept.name()));
    for id in reasons.chain(doubts).chain(kept) {
        for source in sources {
            let line = format!("{id} = ");
            assert!(source.lines().any(|own| own.starts_with(&line)), "{id}");
        }
    }
}

/// A text without any time, of the words of such texts.
fn timeless() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Tổ chức",
        "thi đua",
        "khen thưởng",
        "cơ quan,",
        "đơn vị;",
        "của huyện",
        "kinh phí",
        "2.024 triệu đồng",
        "12 xã",
        "đạt 95%",
        "**gửi**",
        "Phòng Nội vụ.",
        "Luật",
        "tháng",
        "ngày",
        "số",
        "2024 m2",
        "(qua",
        "bưu điện)",
        "hằng năm",
        // Not "năm trước": behind "kỷ niệm" and "10" that is an anniversary.
        "của năm trước",
        "quý",
        "đến",
        "từ",
        "Điều 15",
        "khoản 2",
        "1.",
        "kỷ niệm",
        "10",
        "lần",
        "và",
    ]);
    prop::collection::vec(words, 0..14).prop_map(|words| words.join(" "))
}

/// A time of 2024 that moves wherever nothing speaks against it.
fn own_time() -> impl Strategy<Value = String> {
    let day = (1_u8..=28, 1_u8..=12, 2023_u16..=2025);
    prop_oneof![
        (2023_u16..=2025).prop_map(|year| format!("năm {year}")),
        day.prop_map(|(day, month, year)| format!("trước ngày {day:02}/{month}/{year}")),
        (1_u8..=12).prop_map(|month| format!("trong tháng {month}/2024")),
        prop::sample::select(vec!["I", "II", "III", "IV"])
            .prop_map(|quarter| format!("quý {quarter}/2024")),
        Just("6 tháng đầu năm 2024".to_owned()),
        Just("năm học 2023 - 2024".to_owned()),
        Just("từ ngày 01/3/2024 đến ngày 15/4/2024".to_owned()),
        Just("trước ngày **31.12.2024**".to_owned()),
    ]
}

proptest! {
    #[test]
    fn a_text_without_time_is_unchanged(old in timeless()) {
        let rolled = text(&old, frame(2024, 2025));
        prop_assert_eq!(&rolled.text, &old);
        prop_assert!(rolled.changes.is_empty());
    }

    #[test]
    fn there_and_back_is_the_same(times in prop::collection::vec(own_time(), 1..5)) {
        let old = format!("Lập hồ sơ {}", times.join(", tổng hợp kết quả thi đua "));
        let there = text(&old, frame(2024, 2025));
        prop_assert!(there.questions.is_empty(), "{}: {:?}", old, there.questions);
        prop_assert_eq!(there.text.len(), old.len());
        prop_assert!(there.changes.len() >= times.len());
        let back = text(&there.text, frame(2025, 2024));
        prop_assert_eq!(back.text, old);
    }

    #[test]
    fn mixtures_of_the_known_sentences_do_not_break(
        first in prop::sample::select(sentences()),
        second in prop::sample::select(sentences()),
        cut in 0_usize..200,
        to in 1945_u16..=2199,
    ) {
        let cut = (0..=cut.min(first.0.len())).rev().find(|at| first.0.is_char_boundary(*at));
        let mixed = format!("{}{}", &first.0[..cut.unwrap_or(0)], second.0);
        check_ranges(&mixed, &text(&mixed, frame(2024, to)));
    }
}
