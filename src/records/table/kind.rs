//! Which tables there are, how their sheets and files are called, which columns they have, and what
//! key of a record each column holds.

use super::super::results::RecordKind;
use super::words::{self, Word};
use crate::sheets::fold;
use crate::yaml::Columns;

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Whose row it is.
    Unit,
    /// A task, by its id, its number or its text.
    Task,
    /// How far a task is.
    State,
    /// When it was done.
    Done,
    /// What came of it.
    Result,
    /// A note about it.
    Note,
    /// The name of a movement.
    Name,
    /// Its first day.
    From,
    /// Its last day.
    Until,
    /// The day of an event, a decision, an entry.
    Date,
    /// A title or form of commendation.
    Award,
    /// Who grants it.
    Level,
    /// For what kind of merit.
    Way,
    /// Proposed or granted.
    Stage,
    /// How many collectives.
    Collectives,
    /// How many individuals.
    Individuals,
    /// How many of them work directly.
    DirectWorkers,
    /// How many households.
    Households,
    /// How many units were inspected.
    Inspected,
    /// How many classes.
    Classes,
    /// How many took part.
    Participants,
    /// Money that came in.
    Received,
    /// Money that was spent.
    Spent,
    /// What it was about.
    Text,
}

/// Whether a table must have a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It must.
    Must,
    /// It may be left out, as if all its cells were empty.
    May,
}

use Need::{May, Must};

impl RecordKind {
    /// The name of its sheet.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Tasks => "Tiến độ",
            Self::Movements => "Phong trào",
            Self::Awards => "Khen thưởng",
            Self::Inspections => "Kiểm tra",
            Self::Training => "Bồi dưỡng",
            Self::Fund => "Quỹ",
        }
    }

    /// Its part of the name of a CSV file.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::Tasks => "tien-do",
            Self::Movements => "phong-trao",
            Self::Awards => "khen-thuong",
            Self::Inspections => "kiem-tra",
            Self::Training => "boi-duong",
            Self::Fund => "quy",
        }
    }

    /// The table of a sheet of this name.
    pub(super) fn of_sheet(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL.into_iter().find(|kind| fold(kind.title()) == name)
    }

    /// The table of this slug.
    pub(super) fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Its columns but the unit's, in their usual order.
    pub(super) fn columns(self) -> &'static [(Column, Need)] {
        match self {
            Self::Tasks => &[
                (Column::Task, Must),
                (Column::State, Must),
                (Column::Done, May),
                (Column::Result, May),
                (Column::Note, May),
            ],
            Self::Movements => &[
                (Column::Name, Must),
                (Column::From, Must),
                (Column::Until, May),
                (Column::Collectives, Must),
                (Column::Individuals, Must),
            ],
            Self::Awards => &[
                (Column::Date, Must),
                (Column::Award, Must),
                (Column::Level, Must),
                (Column::Way, Must),
                (Column::Stage, Must),
                (Column::Collectives, May),
                (Column::Individuals, May),
                (Column::DirectWorkers, May),
                (Column::Households, May),
            ],
            Self::Inspections => {
                &[(Column::Date, Must), (Column::Inspected, Must), (Column::Text, May)]
            }
            Self::Training => &[
                (Column::Date, Must),
                (Column::Classes, Must),
                (Column::Participants, Must),
                (Column::Text, May),
            ],
            Self::Fund => &[
                (Column::Date, Must),
                (Column::Received, May),
                (Column::Spent, May),
                (Column::Text, May),
            ],
        }
    }
}

/// What the cells of a column hold.
pub(super) enum Holds {
    /// The id or the name of an award.
    Award,
    /// One of a few words.
    Word(&'static [Word]),
    /// A day.
    Day,
    /// A whole number.
    Count,
    /// Money in đồng.
    Money,
    /// A text.
    Text,
}

impl Column {
    /// All of them.
    const ALL: [Self; 24] = [
        Self::Unit,
        Self::Task,
        Self::State,
        Self::Done,
        Self::Result,
        Self::Note,
        Self::Name,
        Self::From,
        Self::Until,
        Self::Date,
        Self::Award,
        Self::Level,
        Self::Way,
        Self::Stage,
        Self::Collectives,
        Self::Individuals,
        Self::DirectWorkers,
        Self::Households,
        Self::Inspected,
        Self::Classes,
        Self::Participants,
        Self::Received,
        Self::Spent,
        Self::Text,
    ];

    /// The key of the same value in YAML.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Task => "task",
            Self::State => "state",
            Self::Done => "done",
            Self::Result => "result",
            Self::Note => "note",
            Self::Name => "name",
            Self::From => "from",
            Self::Until => "until",
            Self::Date => "date",
            Self::Award => "award",
            Self::Level => "level",
            Self::Way => "way",
            Self::Stage => "stage",
            Self::Collectives => "collectives",
            Self::Individuals => "individuals",
            Self::DirectWorkers => "direct_workers",
            Self::Households => "households",
            Self::Inspected => "inspected",
            Self::Classes => "classes",
            Self::Participants => "participants",
            Self::Received => "received",
            Self::Spent => "spent",
            Self::Text => "text",
        }
    }

    /// The title of each column, by its key.
    pub(super) fn titles() -> Columns {
        let title = |column: Self| (column.key().to_owned(), column.title().to_owned());
        Self::ALL.into_iter().map(title).collect()
    }

    /// What its cells hold.
    pub(super) fn holds(self) -> Holds {
        match self {
            Self::Award => Holds::Award,
            Self::State => Holds::Word(words::STATES),
            Self::Level => Holds::Word(words::LEVELS),
            Self::Way => Holds::Word(words::WAYS),
            Self::Stage => Holds::Word(words::STAGES),
            Self::Done | Self::From | Self::Until | Self::Date => Holds::Day,
            Self::Collectives
            | Self::Individuals
            | Self::DirectWorkers
            | Self::Households
            | Self::Inspected
            | Self::Classes
            | Self::Participants => Holds::Count,
            Self::Received | Self::Spent => Holds::Money,
            Self::Unit | Self::Task | Self::Result | Self::Note | Self::Name | Self::Text => {
                Holds::Text
            }
        }
    }

    /// Whether its cells are counted, so that they have a sum.
    pub(super) fn is_counted(self) -> bool {
        matches!(self.holds(), Holds::Count | Holds::Money)
    }

    /// Its title.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Unit => "Đơn vị",
            Self::Task => "Nhiệm vụ",
            Self::State => "Tình trạng",
            Self::Done => "Ngày hoàn thành",
            Self::Result => "Kết quả",
            Self::Note => "Ghi chú",
            Self::Name => "Tên phong trào",
            Self::From => "Từ ngày",
            Self::Until => "Đến ngày",
            Self::Date => "Ngày",
            Self::Award => "Danh hiệu, hình thức",
            Self::Level => "Cấp",
            Self::Way => "Loại",
            Self::Stage => "Giai đoạn",
            Self::Collectives => "Tập thể",
            Self::Individuals => "Cá nhân",
            Self::DirectWorkers => "Trực tiếp lao động",
            Self::Households => "Hộ gia đình",
            Self::Inspected => "Số đơn vị được kiểm tra",
            Self::Classes => "Số lớp",
            Self::Participants => "Số người",
            Self::Received => "Thu",
            Self::Spent => "Chi",
            Self::Text => "Nội dung",
        }
    }
}

/// Sheets that are for people only.
pub(super) const FOR_PEOPLE: [&str; 2] = ["Hướng dẫn", "Ghi chú"];

/// Whether a sheet of this name is for people only.
pub(super) fn is_for_people(sheet: &str) -> bool {
    FOR_PEOPLE.iter().any(|name| fold(name) == fold(sheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_known_in_any_spelling_of_their_name() {
        for kind in RecordKind::ALL {
            assert_eq!(RecordKind::of_sheet(kind.title()), Some(kind));
            assert_eq!(RecordKind::of_slug(kind.slug()), Some(kind));
        }
        let decomposed = "  TIE\u{302}\u{301}N   ĐO\u{323}\u{302} ";
        assert_eq!(RecordKind::of_sheet(decomposed), Some(RecordKind::Tasks));
        assert_eq!(RecordKind::of_sheet("Sheet1"), None);
        assert!(is_for_people("HƯỚNG DẪN") && !is_for_people("Quỹ"));
    }

    #[test]
    fn no_table_has_two_columns_of_one_title() {
        for kind in RecordKind::ALL {
            let mut titles: Vec<String> = kind
                .columns()
                .iter()
                .map(|(column, _)| fold(column.title()))
                .collect();
            titles.push(fold(Column::Unit.title()));
            let all = kind.columns().iter().map(|(column, _)| *column);
            for column in all.chain([Column::Unit]) {
                titles.extend(column.other_titles().iter().map(|title| fold(title)));
            }
            let all = titles.len();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), all, "{kind:?}");
        }
    }

    #[test]
    fn every_key_has_one_column() {
        for column in Column::ALL {
            assert_eq!(Column::titles()[column.key()], column.title());
        }
        for kind in RecordKind::ALL {
            assert!(kind.columns().iter().all(|(column, _)| Column::ALL.contains(column)));
        }
    }
}
