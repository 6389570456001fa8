//! The blocks of a paper.
//!
//! Names are those of the words in `nd30.typ`. As JSON each has its word, and its parts beside it.

use serde::{Serialize, Serializer};

use super::measures::{Looks, Measures};

/// A paper as blocks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct PaperBlocks {
    /// Title, author, description, keywords and date of the file.
    pub(crate) properties: Properties,
    /// What the office has chosen of its layout.
    #[serde(skip)]
    pub(crate) looks: Looks,
    /// The constants of layout.
    #[serde(skip)]
    pub(crate) measures: Measures,
    /// What stands behind every page of a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) draft: Option<String>,
    /// What stands above every page of a sample.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sample: Option<String>,
    /// Whether its pages are lying.
    pub(crate) lying: bool,
    /// The blocks, in the order of the paper.
    pub(crate) blocks: Vec<Block>,
}

/// The properties of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Properties {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) description: String,
    pub(crate) keywords: Vec<String>,
    /// Year, month and day; what the paper leaves open counts as the first.
    pub(crate) date: [i64; 3],
}

/// One block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "word", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub(crate) enum Block {
    /// The header block (ô 1–4).
    Letterhead(Box<Letterhead>),
    /// Type and subject (ô 5a); the subject is none in a draft that lacks it.
    Title {
        kind: String,
        #[serde(serialize_with = "softly")]
        subject: Option<String>,
        /// What stands in its place.
        #[serde(skip_serializing_if = "Option::is_none")]
        blank: Option<String>,
    },
    /// "Kính gửi" (ô 9a).
    Addressees { label: String, items: Vec<Item> },
    /// The beginning of an appendix, on pages of its own.
    Appendix { lying: bool },
    /// Label, title and reference of an appendix; its bookmark is what the outline says.
    AppendixTitle {
        #[serde(skip_serializing_if = "is_false")]
        issued: bool,
        label: String,
        title: Option<String>,
        #[serde(serialize_with = "softly")]
        title_in_capitals: Option<String>,
        /// What stands in place of the title.
        #[serde(skip_serializing_if = "Option::is_none")]
        blank: Option<String>,
        bookmark: String,
        reference: Vec<Run>,
    },
    /// A basis on a line of its own (ô 6).
    Basis { body: Vec<Run> },
    /// A section with its number, a heading of the first level.
    Section { level: i64, number: String, body: Vec<Run> },
    /// A clause with its number; of level 1 in a paper without sections.
    Clause { level: i64, number: String, body: Vec<Run> },
    /// A part, a chapter, a section of a chapter: its label and below it its title, a heading.
    Division { level: i64, label: String, body: Vec<Run> },
    /// A bold line, centred.
    Centred { body: Vec<Run> },
    /// A paragraph, with what stands before it: a dash, a number.
    Paragraph(Item),
    /// A paragraph that leads in to what follows.
    LeadIn(Item),
    /// The paragraph that closes the text.
    Last(Item),
    /// The table of tasks.
    TaskTable { columns: Vec<String>, groups: Vec<TaskGroup> },
    /// A table of figures.
    DataTable {
        columns: Vec<String>,
        head: Vec<Vec<HeadCell>>,
        groups: Vec<RowGroup>,
        total: Option<Vec<Vec<Run>>>,
        in_text: bool,
    },
    /// In which unit the table below counts.
    TableUnit { body: Vec<Run> },
    /// Notes under a table.
    Notes { label: String, items: Vec<Vec<Run>> },
    /// A chart: an SVG, its caption, and what it shows in words.
    Chart { svg: String, caption: Vec<Run>, alt: String },
    /// A picture: its path in the workspace, its caption, and what it shows in words.
    Picture { path: String, caption: Option<Vec<Run>>, alt: String },
    /// A certificate of commendation, on a page of its own.
    Certificate(Box<Certificate>),
    /// Address and telephone at the foot of the first page (ô 13).
    Address { body: String },
    /// Recipients (ô 9b) and signer (ô 7), and who signs beside him; who drafted it, in how many copies (ô 12).
    Signature {
        recipients: Option<Recipients>,
        signer: Signer,
        #[serde(skip_serializing_if = "Option::is_none")]
        beside: Option<Signer>,
        #[serde(skip_serializing_if = "Option::is_none")]
        marks: Option<String>,
    },
}

/// A certificate of commendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Certificate {
    pub(crate) national: National,
    /// Who gives it, and what.
    pub(crate) giver: String,
    pub(crate) grants: String,
    pub(crate) award: String,
    /// To whom, and for what.
    pub(crate) recipient: Vec<Run>,
    pub(crate) achievement: Vec<Run>,
    /// The decision, the number in the golden book.
    pub(crate) notes: Vec<Vec<Run>>,
    pub(crate) place_date: Vec<Run>,
    pub(crate) signer: Signer,
}

/// The header block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Letterhead {
    /// None in a copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) national: Option<National>,
    /// What kind of copy it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) copied: Option<String>,
    pub(crate) issuer: IssuerLines,
    /// None in a text that a decision issues.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<NumberLine>,
    /// None in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) date: Option<DateLine>,
    /// What a letter is about (ô 5b).
    #[serde(serialize_with = "softly")]
    pub(crate) matter: Option<String>,
    /// Whether room is left for the stamp of a secret paper (ô 10a).
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) secret: bool,
    /// How urgent it is (ô 10b).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) urgency: Option<String>,
    /// Among whom it may go round (ô 11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) circulation: Option<String>,
}

/// Name and motto of the nation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct National {
    pub(crate) name: String,
    pub(crate) motto: String,
}

/// The issuer and the agency above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct IssuerLines {
    #[serde(serialize_with = "softly")]
    pub(crate) parent: Option<String>,
    #[serde(serialize_with = "all_softly")]
    pub(crate) name: Vec<String>,
    pub(crate) place: String,
}

/// Number and symbol; the number is none while the clerk has still to give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NumberLine {
    pub(crate) label: String,
    pub(crate) given: Option<String>,
    pub(crate) symbol: String,
}

/// Day, month and year, each after its word; what is none is a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct DateLine {
    pub(crate) parts: [(String, Option<String>); 3],
}

/// Letters with what stands before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Item {
    /// A bold label before the mark: "Điều 1. ".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mark: Option<String>,
    pub(crate) body: Vec<Run>,
}

/// The tasks of a quarter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct TaskGroup {
    pub(crate) title: String,
    pub(crate) tasks: Vec<TaskRow>,
}

/// One task: what it says, as one text or as items, and who does it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct TaskRow {
    pub(crate) number: String,
    pub(crate) body: Vec<Run>,
    pub(crate) items: Vec<Item>,
    pub(crate) agencies: Vec<Item>,
}

/// A cell of a table's head, over so many columns and rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct HeadCell {
    pub(crate) body: Vec<Run>,
    pub(crate) columns: i64,
    pub(crate) rows: i64,
}

/// Rows under a title, with their sums.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct RowGroup {
    pub(crate) title: Option<String>,
    pub(crate) rows: Vec<Vec<Vec<Run>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<Vec<Vec<Run>>>,
}

/// Recipients, each after its dash.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Recipients {
    pub(crate) label: String,
    pub(crate) items: Vec<Item>,
}

/// The signer's office, line by line, and name; no name in a draft that lacks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Signer {
    pub(crate) lines: Vec<String>,
    pub(crate) name: Option<String>,
    /// The key that will give the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) blank: Option<String>,
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Run {
    /// The letters; of a blank what is printed in its place, of a gap none.
    pub(crate) text: String,
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) bold: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) italic: bool,
    /// Whether somebody has still to decide about it; drafts only.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) asked: bool,
    /// What it is, when it is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) is: Option<Open>,
    /// Where its letters stand in the data; none of the template's own, and of what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<DataPlace>,
}

/// A value of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct DataPlace {
    /// The file, by its path in the workspace.
    pub(crate) file: String,
    /// Its line, from 1.
    pub(crate) line: usize,
    /// Its key, as questions name it: `requirements.2`. None in a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) key: Option<String>,
}

/// What a text leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Open {
    /// A draft lacks it; the key that will give it.
    Blank(String),
    /// A person fills it in by hand: a number, a day.
    Gap(String),
}

/// A line that is broken by measure keeps its hard spaces, which tell where it is not; nobody else is told of them.
fn softly<S: Serializer>(line: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    line.as_deref().map(soft).serialize(serializer)
}

fn all_softly<S: Serializer>(lines: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(lines.iter().map(|line| soft(line)))
}

/// Letters whose hard spaces are plain ones: what stays together on a line is the matter of pages.
pub(super) fn soft(text: &str) -> String {
    text.replace('\u{A0}', " ")
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(flag: &bool) -> bool {
    !flag
}
