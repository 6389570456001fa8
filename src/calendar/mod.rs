//! Time as the office writes it: years, quarters, periods, and dates of which the day may still be
//! blank.
//!
//! Pure values: in goes text as YAML has it, out come values that compare, count and word themselves
//! in Vietnamese. The leading zeros follow Decree 30/2020/NĐ-CP, Appendix I, II.4: days below 10 and
//! the months 1 and 2 have one, other months have none. Which days are commemorated is the office's
//! own data; which years are round is laid down in Decrees 145/2013/NĐ-CP and 111/2018/NĐ-CP.

mod commemoration;
mod due;
mod holiday;
mod issue_date;
mod moment;
mod quarter;
mod span;
mod year;

pub(crate) use commemoration::in_a_row;
pub use commemoration::{
    Commemoration, CommemorationId, Commemorations, MonthDay, Returning, Roundness, Scope,
};
pub use due::Due;
pub use holiday::{DayOff, day_off};
pub use issue_date::{Date, IssueDate, Month, ParseDateError};
pub use moment::Moment;
pub use quarter::Quarter;
pub use span::{Half, Period, Span};
pub use year::Year;
