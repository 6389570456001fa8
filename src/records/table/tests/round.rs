//! What is written as a table reads back equal to itself.

use proptest::prelude::*;

use super::*;
use crate::office::Level;
use crate::papers::Text;
use crate::papers::results::{AwardRecord, AwardStage, Flow, FundEntry, Honoured, Way};

const IDS: &[&str] = &["giay-khen", "bang-khen-tinh", "lao-dong-tien-tien"];

const UNITS: [(&str, &str); 3] = [
    ("doi-2", "Đội 2"),
    ("ubnd-huyen", "UBND HUYỆN"),
    ("xa-gia-cat", "Ủy ban nhân dân xã Gia Cát"),
];

fn day() -> impl Strategy<Value = Date> {
    (1..=12_u8, 1..=31_u8)
        .prop_filter_map("a day", |(month, day)| Date::new(year(), month, day))
}

fn record() -> impl Strategy<Value = AwardRecord> {
    let what = (
        prop::sample::select(IDS),
        prop::sample::select(&Level::ALL[..]),
        prop::sample::select(&Way::ALL[..]),
        prop::sample::select(&AwardStage::ALL[..]),
    );
    let count = prop_oneof![Just(0_u32), 1..20_u32, any::<u32>()];
    (day(), what, [count.clone(), count.clone(), count.clone(), count]).prop_map(
        |(date, (award, level, way, stage), counts)| AwardRecord {
            place: nowhere(),
            date,
            award: AwardId(award.to_owned()),
            level,
            way,
            stage,
            honoured: Honoured {
                collectives: counts[0].into(),
                individuals: counts[1].into(),
                direct_workers: counts[2].into(),
                households: counts[3].into(),
            },
        },
    )
}

/// Dots between groups of three digits.
fn dotted(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let groups: Vec<&str> = groups
        .iter()
        .map(|group| std::str::from_utf8(group).expect("digits"))
        .collect();
    groups.join(".")
}

/// The cells of a record; `style` chooses among the ways to write the same.
fn award_cells(unit: usize, record: &AwardRecord, style: bool) -> Vec<Put> {
    let level = match record.level {
        Level::Agency => "Cơ quan",
        Level::Commune => "Xã",
        Level::District => "Cấp huyện",
        Level::Province => "TỈNH",
        Level::Government => "Chính phủ",
        Level::State => "Chủ tịch nước",
    };
    let way = match record.way {
        Way::Regular => "Thường xuyên",
        Way::Thematic => "chuyên đề",
        Way::Sudden => "Đột xuất",
    };
    let stage = match record.stage {
        AwardStage::Proposed => "Đề nghị",
        AwardStage::Granted => "Được tặng",
    };
    let awards = awards();
    let name = awards.get(&record.award).expect("known").name.clone();
    let Honoured {
        collectives,
        individuals,
        direct_workers,
        households,
    } = record.honoured;
    let count = |count: u64| match (count, style) {
        (0, true) => Put::Nothing,
        (count, true) => Put::Number(f64::from(u32::try_from(count).expect("small"))),
        (count, false) => Put::Text(dotted(count)),
    };
    // Direct workers are told with individuals, even when there are none.
    let direct = match count(direct_workers) {
        Put::Nothing => Put::Number(0.0),
        other => other,
    };
    let text = |full: &str, short: &str| Put::from(if style { full } else { short });
    vec![
        text(UNITS[unit].1, UNITS[unit].0),
        if style {
            Put::Day(record.date.to_string())
        } else {
            Put::Text(record.date.slashed())
        },
        text(&name, &record.award.0),
        text(level, record.level.key()),
        text(way, record.way.key()),
        text(stage, record.stage.key()),
        count(collectives),
        count(individuals),
        direct,
        count(households),
    ]
}

/// Rows as a CSV file.
fn csv(rows: &[Vec<Put>], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| match cell {
            Put::Text(text) | Put::Day(text) => text.clone(),
            Put::Number(number) => number.to_string(),
            Put::Nothing => String::new(),
        });
        writer.write_record(cells).expect("in memory");
    }
    writer.into_inner().expect("in memory")
}

/// The records of each unit, without their places.
fn by_unit<T: Clone>(given: &[(usize, T)]) -> Vec<(String, Vec<T>)> {
    let of = |unit: usize| {
        let records = given.iter().filter(|(of, _)| *of == unit);
        records.map(|(_, record)| record.clone()).collect::<Vec<T>>()
    };
    (0..UNITS.len())
        .map(|unit| (UNITS[unit].0.to_owned(), of(unit)))
        .filter(|(_, records)| !records.is_empty())
        .collect()
}

fn read_awards(outcome: &Outcome) -> Vec<(String, Vec<AwardRecord>)> {
    let bare = |record: &AwardRecord| AwardRecord { place: nowhere(), ..record.clone() };
    let found = outcome.results.iter();
    found
        .map(|found| (found.unit.value.0.clone(), found.awards.iter().map(bare).collect()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn awards_read_back_equal_to_themselves(
        given in prop::collection::vec((0..UNITS.len(), record()), 1..12),
        style in any::<bool>(),
        delimiter in prop::sample::select(&b";,\t"[..]),
    ) {
        let mut rows = vec![titles(&AWARDS)];
        rows.extend(given.iter().map(|(unit, record)| award_cells(*unit, record, style)));
        for outcome in [
            read_file("data/2024/results.xlsx", &workbook(&[("Khen thưởng", rows.clone())])),
            read_file("data/2024/results/khen-thuong.csv", &csv(&rows, delimiter)),
        ] {
            prop_assert_eq!(outcome.mistakes(), vec![]);
            prop_assert_eq!(read_awards(&outcome), by_unit(&given));
        }
    }

    #[test]
    fn texts_read_back_whatever_they_hold(
        given in prop::collection::vec(
            (day(), 0..=999_999_999_999_u64, "[a-zđữ;,\t\"' |\n\r]{0,12}[a-zữ]"),
            1..8,
        ),
        delimiter in prop::sample::select(&b";,\t"[..]),
    ) {
        // A text whose every line looks like a row is refused; that has a test of its own.
        let looks_like_rows = |text: &str| {
            let lines = text.split(['\r', '\n']).skip(1);
            lines.into_iter().any(|line| line.matches(char::from(delimiter)).count() == 3)
        };
        prop_assume!(!given.iter().any(|(.., text)| looks_like_rows(text)));
        let mut rows = vec![titles(&["Ngày", "Chi", "Thu", "Nội dung"])];
        rows.extend(given.iter().map(|(date, amount, text)| {
            vec![date.slashed().as_str().into(), Put::Nothing, dotted(*amount).as_str().into(), text.as_str().into()]
        }));
        let expected: Vec<FundEntry> = given
            .iter()
            .map(|(date, amount, text)| FundEntry {
                place: nowhere(),
                date: *date,
                flow: Flow::Received,
                amount: *amount,
                text: Some(Text::parse(&text.split_whitespace().collect::<Vec<_>>().join(" "))),
            })
            .collect();
        for outcome in [
            read_file("data/2024/results/xa-gia-cat.xlsx", &workbook(&[("Quỹ", rows.clone())])),
            read_file("data/2024/results/xa-gia-cat.quy.csv", &csv(&rows, delimiter)),
        ] {
            let found: Vec<FundEntry> = outcome
                .only()
                .fund
                .iter()
                .map(|entry| FundEntry { place: nowhere(), ..entry.clone() })
                .collect();
            prop_assert_eq!(&found, &expected);
        }
    }
}
