//! From what the words evaluate to, to blocks.

use typst::foundations::{Content, SequenceElem, StyledElem, Value};
use typst::introspection::MetadataElem;
use typst::model::ParbreakElem;
use typst::text::SpaceElem;

use super::block::{
    Block, Certificate, DateLine, HeadCell, IssuerLines, Item, Letterhead, National,
    NumberLine, PaperBlocks, Properties, Recipients, RowGroup, Run, Signer, TaskGroup,
    TaskRow,
};
use super::parts::Parts;
use super::read_measures::{looks, measures};
use super::runs::Places;
use super::stray::Stray;

/// Reads a paper, whose letters stand in the data where `places` says.
///
/// # Errors
/// With everything in it that is none of the words.
pub(crate) fn read(content: &Content, places: Places<'_>) -> Result<PaperBlocks, Vec<Stray>> {
    let mut strays = Vec::new();
    let mut paper = None;
    find(content, &mut paper, &mut strays, places);
    match paper {
        Some(paper) if strays.is_empty() => Ok(paper),
        None if strays.is_empty() => {
            let what = content.func().name().to_owned();
            Err(vec![Stray { span: content.span(), what }])
        }
        _ => Err(strays),
    }
}

/// Finds the paper in what the markup evaluates to; nothing but white space stands beside it.
fn find(
    content: &Content,
    paper: &mut Option<PaperBlocks>,
    strays: &mut Vec<Stray>,
    places: Places<'_>,
) {
    if let Some(sequence) = content.to_packed::<SequenceElem>() {
        sequence
            .children
            .iter()
            .for_each(|child| find(child, paper, strays, places));
        return;
    }
    if let Some(styled) = content.to_packed::<StyledElem>() {
        return find(&styled.child, paper, strays, places);
    }
    let value = content.to_packed::<MetadataElem>().map(|metadata| &metadata.value);
    let value = match value {
        Some(Value::Dict(dict)) => dict.get("paper").ok(),
        _ => None,
    };
    match value {
        Some(Value::Dict(dict)) => {
            let mut parts = Parts { dict, span: content.span(), strays, places };
            *paper = Some(self::paper(&mut parts));
        }
        _ if is_white(content) => {}
        _ => strays.push(Stray {
            span: content.span(),
            what: content.func().name().to_owned(),
        }),
    }
}

fn paper(parts: &mut Parts<'_, '_>) -> PaperBlocks {
    PaperBlocks {
        properties: parts.dict("properties", |parts| Properties {
            title: parts.text("title"),
            author: parts.text("author"),
            description: parts.text("description"),
            keywords: parts.lines("keywords"),
            date: parts
                .dict("date", |parts| ["year", "month", "day"].map(|part| parts.count(part))),
        }),
        looks: parts.dict("looks", looks),
        measures: parts.dict("measures", measures),
        draft: parts.line("draft"),
        sample: parts.line("sample"),
        lying: parts.flag("lying"),
        blocks: parts.dicts("blocks", block).into_iter().flatten().collect(),
    }
}

/// One block; none of what is no word.
fn block(parts: &mut Parts<'_, '_>) -> Option<Block> {
    let word = parts.text("word");
    let found = text_block(&word, parts).or_else(|| page_block(&word, parts));
    if found.is_none() {
        other(parts, &word);
    }
    found
}

/// A block of the text: what a writer writes.
fn text_block(word: &str, parts: &mut Parts<'_, '_>) -> Option<Block> {
    Some(match word {
        "basis" => Block::Basis { body: parts.runs("body") },
        "section" => Block::Section {
            level: parts.count("level"),
            number: parts.text("number"),
            body: parts.runs("body"),
        },
        "clause" => Block::Clause {
            level: parts.count("level"),
            number: parts.text("number"),
            body: parts.runs("body"),
        },
        "division" => Block::Division {
            level: parts.count("level"),
            label: parts.text("label"),
            body: parts.runs("body"),
        },
        "centred" => Block::Centred { body: parts.runs("body") },
        "paragraph" => Block::Paragraph(item(parts)),
        "lead-in" => Block::LeadIn(item(parts)),
        "last" => Block::Last(item(parts)),
        "table-unit" => Block::TableUnit { body: parts.runs("body") },
        _ => return None,
    })
}

/// A block of the page: what frames the text, and what is set as a whole.
fn page_block(word: &str, parts: &mut Parts<'_, '_>) -> Option<Block> {
    Some(match word {
        "letterhead" => Block::Letterhead(Box::new(letterhead(parts))),
        "title" => Block::Title {
            kind: parts.text("kind"),
            subject: parts.measured_line("subject"),
            blank: parts.line("blank"),
        },
        "addressees" => Block::Addressees {
            label: parts.text("label"),
            items: parts.dicts("items", item),
        },
        "appendix" => Block::Appendix { lying: parts.flag("lying") },
        "appendix-title" => Block::AppendixTitle {
            issued: parts.flag("issued"),
            label: parts.text("label"),
            title: parts.line("title"),
            title_in_capitals: parts.measured_line("title-in-capitals"),
            blank: parts.line("blank"),
            bookmark: parts.text("bookmark"),
            reference: parts.runs("reference"),
        },
        "task-table" => Block::TaskTable {
            columns: parts.lines("columns"),
            groups: parts.dicts("groups", |parts| TaskGroup {
                title: parts.text("title"),
                tasks: parts.dicts("tasks", task),
            }),
        },
        "data-table" => data_table(parts),
        "notes" => Block::Notes {
            label: parts.text("label"),
            items: parts.array("items", |parts, item| parts.runs_of(item)),
        },
        "chart" => Block::Chart {
            svg: parts.text("svg"),
            caption: parts.runs("caption"),
            alt: parts.text("alt"),
        },
        "picture" => Block::Picture {
            path: parts.text("path"),
            caption: parts.get("caption").is_some().then(|| parts.runs("caption")),
            alt: parts.text("alt"),
        },
        "certificate" => Block::Certificate(Box::new(certificate(parts))),
        "address" => Block::Address { body: parts.text("body") },
        "signature" => signature(parts),
        _ => return None,
    })
}

fn certificate(parts: &mut Parts<'_, '_>) -> Certificate {
    Certificate {
        national: parts.dict("national", national),
        giver: parts.text("giver"),
        grants: parts.text("grants"),
        award: parts.text("award"),
        recipient: parts.runs("recipient"),
        achievement: parts.runs("achievement"),
        notes: parts.array("notes", |parts, note| parts.runs_of(note)),
        place_date: parts.runs("place-date"),
        signer: parts.dict("signer", signing),
    }
}

/// What is no word: an office's own Typst, or a word of its own.
fn other(parts: &mut Parts<'_, '_>, word: &str) {
    match parts.get("body") {
        Some(Value::Content(content)) if word == "other" => {
            let stray = first_of(content).unwrap_or(content);
            let what = stray.func().name().to_owned();
            parts.strays.push(Stray { span: stray.span(), what });
        }
        _ => parts.strays.push(Stray { span: parts.span, what: word.to_owned() }),
    }
}

/// The first element of a content that is no white space.
fn first_of(content: &Content) -> Option<&Content> {
    match content.to_packed::<SequenceElem>() {
        Some(sequence) => sequence.children.iter().find_map(first_of),
        None => (!is_white(content)).then_some(content),
    }
}

fn is_white(content: &Content) -> bool {
    content.is::<SpaceElem>() || content.is::<ParbreakElem>()
}

fn letterhead(parts: &mut Parts<'_, '_>) -> Letterhead {
    let has_date = parts.get("date").is_some();
    let of = |parts: &mut Parts<'_, '_>, key| match has_date {
        true => parts.dict("date-words", |parts| parts.text(key)),
        false => String::new(),
    };
    let words = ["day", "month", "year"].map(|key| of(parts, key));
    let given = ["day", "month", "year"].map(|key| {
        has_date
            .then(|| parts.dict("date", |parts| parts.line(key)))
            .flatten()
    });
    let [day, month, year] = words;
    let [of_day, of_month, of_year] = given;
    Letterhead {
        national: parts
            .get("national")
            .is_some()
            .then(|| parts.dict("national", national)),
        copied: parts.line("copied"),
        issuer: parts.dict("issuer", |parts| IssuerLines {
            parent: parts.measured_line("parent"),
            name: parts.measured_lines("name"),
            place: parts.text("place"),
        }),
        number: parts.get("number").is_some().then(|| {
            parts.dict("number", |parts| NumberLine {
                label: parts.text("label"),
                given: parts.line("given"),
                symbol: parts.text("symbol"),
            })
        }),
        date: has_date.then_some(DateLine {
            parts: [(day, of_day), (month, of_month), (year, of_year)],
        }),
        matter: parts.measured_line("matter"),
        secret: parts.flag("secret"),
        urgency: parts.line("urgency"),
        circulation: parts.line("circulation"),
    }
}

fn item(parts: &mut Parts<'_, '_>) -> Item {
    Item {
        label: parts.line("label"),
        mark: parts.line("mark"),
        body: parts.runs("body"),
    }
}

fn task(parts: &mut Parts<'_, '_>) -> TaskRow {
    TaskRow {
        number: parts.text("number"),
        body: parts.runs("body"),
        items: parts.dicts("items", item),
        agencies: parts.dicts("agencies", item),
    }
}

fn data_table(parts: &mut Parts<'_, '_>) -> Block {
    let head = parts.array("head", |parts, row| {
        let mut cells = Vec::new();
        if let Value::Array(row) = row {
            for cell in row {
                if let Value::Dict(cell) = cell {
                    let mut parts = parts.of(cell);
                    cells.push(HeadCell {
                        body: parts.runs("body"),
                        columns: parts.count("columns"),
                        rows: parts.count("rows"),
                    });
                }
            }
        }
        cells
    });
    Block::DataTable {
        columns: parts.lines("columns"),
        head,
        groups: parts.dicts("groups", |parts| RowGroup {
            title: parts.line("title"),
            rows: parts.array("rows", row),
            total: parts.get("total").cloned().map(|total| row(parts, &total)),
        }),
        total: parts.get("total").cloned().map(|total| row(parts, &total)),
        in_text: parts.flag("in-text"),
    }
}

/// The cells of a row.
fn row(parts: &mut Parts<'_, '_>, row: &Value) -> Vec<Vec<Run>> {
    match row {
        Value::Array(cells) => cells.iter().map(|cell| parts.runs_of(cell)).collect(),
        other => {
            let what = other.ty().short_name().to_owned();
            parts.strays.push(Stray { span: parts.span, what });
            Vec::new()
        }
    }
}

fn national(parts: &mut Parts<'_, '_>) -> National {
    National {
        name: parts.text("name"),
        motto: parts.text("motto"),
    }
}

fn signing(parts: &mut Parts<'_, '_>) -> Signer {
    Signer {
        lines: parts.lines("lines"),
        name: parts.line("name"),
        blank: parts.line("blank"),
    }
}

fn signature(parts: &mut Parts<'_, '_>) -> Block {
    let recipients = parts.get("recipients").is_some().then(|| {
        parts.dict("recipients", |parts| Recipients {
            label: parts.text("label"),
            items: parts.dicts("items", item),
        })
    });
    let beside = parts.get("beside").is_some().then(|| parts.dict("beside", signing));
    let signer = parts.dict("signer", signing);
    Block::Signature {
        recipients,
        signer,
        beside,
        marks: parts.line("marks"),
    }
}
