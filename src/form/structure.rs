//! The structure of a text: phần, chương, mục, tiểu mục, điều, khoản, điểm (Decree 30/2020/NĐ-CP, Appendix I, II.6).
//!
//! In goes the tree of a value; out come its parts as the writer nested them, each with its level, its number and how
//! other texts refer to it. Whoever reads the texts, rolls them or looks references up goes over the same parts, so that
//! nothing can be numbered in two ways.

use crate::numbers::roman;
use crate::yaml::{Node, Value};

/// A level of the structure, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A paragraph of its own, without a number.
    Paragraph,
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục: "Mục 1" in a chapter, elsewhere "I.".
    Section,
    /// Tiểu mục, in a section of a chapter.
    Subsection,
    /// Điều, counted through the whole text.
    Article,
    /// Khoản: "1.".
    Clause,
    /// Điểm: "a)".
    Point,
    /// What a point consists of, after a dash.
    Dash,
    /// A table or a picture, between paragraphs.
    Inset,
}

impl Level {
    /// Those that a map of the data can name.
    pub(crate) const NAMED: [Self; 7] = [
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Subsection,
        Self::Article,
        Self::Clause,
        Self::Point,
    ];

    /// Its key in YAML, and its name in templates.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Part => "part",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Subsection => "subsection",
            Self::Article => "article",
            Self::Clause => "clause",
            Self::Point => "point",
            Self::Dash => "dash",
            Self::Inset => "inset",
        }
    }

    /// What stands directly below it where the data do not say.
    fn below(self) -> Self {
        match self {
            Self::Part => Self::Section,
            Self::Chapter => Self::Article,
            Self::Paragraph | Self::Section | Self::Subsection | Self::Article => Self::Clause,
            Self::Clause => Self::Point,
            Self::Point | Self::Dash | Self::Inset => Self::Dash,
        }
    }

    /// Whether it must have a title (Appendix I, II.6).
    pub(crate) fn needs_title(self) -> bool {
        matches!(self, Self::Part | Self::Chapter | Self::Section | Self::Subsection)
    }
}

/// The letters of points: those of the Vietnamese alphabet without marks.
const POINTS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "x", "y",
];

/// The most points of a clause.
pub(crate) const MOST_POINTS: usize = POINTS.len();

/// The keys of a part besides that of its level.
pub(crate) const TITLE: &str = "title";
pub(crate) const TEXT: &str = "text";
pub(crate) const ITEMS: &str = "items";
pub(crate) const ID: &str = "id";

/// The keys of a table or a picture that stands between the parts.
pub(crate) const TABLE: &str = "table";
pub(crate) const SHEET: &str = "sheet";
pub(crate) const PICTURE: &str = "picture";
pub(crate) const CAPTION: &str = "caption";
pub(crate) const ALT: &str = "alt";

/// The key of appendices, and those of each besides its title.
pub(crate) const APPENDICES: &str = "appendices";
pub(crate) const TYPE: &str = "type";
pub(crate) const LYING: &str = "lying";
pub(crate) const BODY: &str = "body";

/// The texts of appendices in the order in which they are printed: the title of each, then those of its parts.
pub(crate) fn texts_of_appendices(list: &Node) -> Vec<&Node> {
    let mut found = Vec::new();
    for appendix in list.items() {
        found.extend(appendix.entry(TITLE));
        found.extend(appendix.entry(BODY).map(texts_of_parts).unwrap_or_default());
    }
    found
}

/// The texts of a text in parts, in the order in which they are printed.
pub(crate) fn texts_of_parts(list: &Node) -> Vec<&Node> {
    let parts = structure(list);
    let mut found = Vec::new();
    for part in in_order(&parts) {
        found.extend(part.title);
        found.extend(&part.texts);
    }
    found
}

/// A part of a text.
#[derive(Debug)]
pub(crate) struct StructurePart<'n> {
    /// Its level.
    pub(crate) level: Level,
    /// Where it stands.
    pub(crate) node: &'n Node,
    /// Its title.
    pub(crate) title: Option<&'n Node>,
    /// Its own texts.
    pub(crate) texts: Vec<&'n Node>,
    /// By what others refer to it.
    pub(crate) id: Option<&'n Node>,
    /// Its number among its like, from 1.
    pub(crate) number: usize,
    /// What is printed before it: "Chương I", "Mục 1", "II.", "Điều 3.", "2.", "a)"; nothing before a paragraph.
    pub(crate) label: String,
    /// As a sentence refers to it: "khoản 2 Điều 3".
    pub(crate) reference: String,
    /// The parts below it.
    pub(crate) items: Vec<Self>,
}

/// The parts of a value.
pub(crate) fn structure(list: &Node) -> Vec<StructurePart<'_>> {
    let mut articles = 0;
    parts(list, None, &mut articles)
}

/// All parts in the order in which they are printed.
pub(crate) fn in_order<'s, 'n>(parts: &'s [StructurePart<'n>]) -> Vec<&'s StructurePart<'n>> {
    let each = |part: &'s StructurePart<'n>| {
        std::iter::once(part).chain(in_order(&part.items)).collect::<Vec<_>>()
    };
    parts.iter().flat_map(each).collect()
}

/// What is known of the part that holds others.
#[derive(Clone, Copy)]
struct Above<'a> {
    level: Level,
    reference: &'a str,
    is_in_chapter: bool,
}

fn parts<'n>(
    list: &'n Node,
    above: Option<Above<'_>>,
    articles: &mut usize,
) -> Vec<StructurePart<'n>> {
    let mut counts = [0; Level::Inset as usize + 1];
    let mut part = |node: &'n Node| {
        let level = level_of(node, above.map(|above| above.level));
        let count = &mut counts[level as usize];
        *count += 1;
        if level == Level::Article {
            *articles += 1;
        }
        let number = if level == Level::Article { *articles } else { *count };
        let is_in_chapter =
            level == Level::Chapter || above.is_some_and(|above| above.is_in_chapter);
        let (label, own) = named(level, number, is_in_chapter);
        let reference = match above.map_or("", |above| above.reference) {
            // Articles are counted through: nothing above is named.
            over if !over.is_empty() && level != Level::Article => {
                // What stands after a dash has no number: the point that holds it is named.
                format!("{own} {over}").trim_start().to_owned()
            }
            _ => own,
        };
        let below = Above { level, reference: &reference, is_in_chapter };
        let items = node
            .entry(ITEMS)
            .map_or_else(Vec::new, |items| parts(items, Some(below), articles));
        let (title, texts) = said(node, level);
        StructurePart {
            level,
            node,
            title,
            texts,
            id: node.entry(ID),
            number,
            label,
            reference,
            items,
        }
    };
    list.items().iter().map(&mut part).collect()
}

/// The level of a part: the one that it names, or what stands below the level above it.
fn level_of(node: &Node, above: Option<Level>) -> Level {
    let is_named = |level: &Level| node.entry_of(level.key()).is_some();
    let named = Level::NAMED.into_iter().find(is_named);
    if [TABLE, PICTURE].iter().any(|key| node.entry_of(key).is_some()) {
        return Level::Inset;
    }
    let is_map = matches!(node.value, Value::Map(_));
    named.unwrap_or_else(|| match above {
        Some(above) => above.below(),
        None if is_map => Level::Section,
        None => Level::Paragraph,
    })
}

/// Title and texts of a part.
fn said(node: &Node, level: Level) -> (Option<&Node>, Vec<&Node>) {
    if !matches!(node.value, Value::Map(_)) {
        return (None, vec![node]);
    }
    let is_given = |node: &&Node| !matches!(node.value, Value::Null);
    if level == Level::Inset {
        let own = [CAPTION, ALT].into_iter().filter_map(|key| node.entry(key));
        let cells = node.entry(TABLE).map(Node::items).unwrap_or_default();
        let cells = cells.iter().flat_map(Node::items);
        return (None, own.chain(cells).filter(is_given).collect());
    }
    let title = node.entry(level.key()).or_else(|| node.entry(TITLE)).filter(is_given);
    let texts = node.entry(TEXT).filter(is_given).map(|text| match &text.value {
        Value::List(items) => items.iter().collect(),
        _ => vec![text],
    });
    (title, texts.unwrap_or_default())
}

/// What is printed before a part, and as what a sentence refers to it.
fn named(level: Level, number: usize, is_in_chapter: bool) -> (String, String) {
    let roman = || roman(number);
    let letter = || POINTS.get(number - 1).copied().unwrap_or("…");
    match level {
        Level::Paragraph => (String::new(), String::new()),
        Level::Part => (format!("Phần {}", roman()), format!("Phần {}", roman())),
        Level::Chapter => (format!("Chương {}", roman()), format!("Chương {}", roman())),
        Level::Section if is_in_chapter => (format!("Mục {number}"), format!("Mục {number}")),
        Level::Section => (format!("{}.", roman()), format!("Mục {}", roman())),
        Level::Subsection => (format!("Tiểu mục {number}"), format!("Tiểu mục {number}")),
        Level::Article => (format!("Điều {number}."), format!("Điều {number}")),
        Level::Clause => (format!("{number}."), format!("khoản {number}")),
        Level::Point => (format!("{})", letter()), format!("điểm {}", letter())),
        Level::Dash => ("-".to_owned(), String::new()),
        Level::Inset => (String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;
    use crate::yaml::parse;

    fn told(text: &str) -> Vec<(String, String)> {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text);
        let root = parse(text, file).expect("yaml");
        let found = structure(root.entry("body").expect("a body"));
        let all = in_order(&found).into_iter();
        all.map(|part| (part.label.clone(), part.reference.clone())).collect()
    }

    #[test]
    fn articles_are_counted_through_and_the_rest_within_its_part() {
        let text = "body:\n- chapter: Một\n  items:\n  - article: A\n    items: [một, {text: hai, items: [a, b]}]\n- \
                    chapter: Hai\n  items:\n  - section: M\n    items:\n    - article: B\n      items: [một]\n";
        let wanted = [
            ("Chương I", "Chương I"),
            ("Điều 1.", "Điều 1"),
            ("1.", "khoản 1 Điều 1"),
            ("2.", "khoản 2 Điều 1"),
            ("a)", "điểm a khoản 2 Điều 1"),
            ("b)", "điểm b khoản 2 Điều 1"),
            ("Chương II", "Chương II"),
            ("Mục 1", "Mục 1 Chương II"),
            ("Điều 2.", "Điều 2"),
            ("1.", "khoản 1 Điều 2"),
        ];
        let found = told(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(label, words)| (label.as_str(), words.as_str()))
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn outside_chapters_sections_are_roman_and_lines_are_paragraphs() {
        let text = "body:\n- Mở đầu\n- {title: Mục đích, text: Một đoạn}\n- title: Nội dung\n  items: [một, {title: Hai, items: [a]}]\n";
        let found = told(text);
        let labels: Vec<&str> = found.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["", "I.", "II.", "1.", "2.", "a)"]);
        assert_eq!(found[5].1, "điểm a khoản 2 Mục II");
        assert_eq!(
            (roman(4), roman(19), roman(49)),
            ("IV".into(), "XIX".into(), "XLIX".into())
        );
    }
}
