//! Time as the office writes it: years, quarters and dates of which the day may still be blank.
//!
//! Pure values with their Vietnamese wording. The leading zeros follow Decree 30/2020/NĐ-CP,
//! Appendix I, II.4: days below 10 and the months 1 and 2 have one, other months have none.

mod commemoration;
mod holiday;
mod issue_date;
mod quarter;
mod span;
mod year;

pub use commemoration::{
    Commemoration, CommemorationId, Commemorations, MonthDay, Returning, Roundness, Scope,
};
pub use holiday::{DayOff, day_off};
pub use issue_date::{Date, IssueDate, Month, ParseDateError};
pub use quarter::Quarter;
pub use span::{Half, Period, Span};
pub use year::Year;
