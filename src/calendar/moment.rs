//! A day with an hour: when something takes place to which people are invited.

use super::{Date, ParseDateError};

/// A day and the time of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Date,
    hour: u8,
    minute: u8,
}

impl Moment {
    /// Reads `2024-01-15 08:00`.
    ///
    /// # Errors
    /// When it is not in this form, or there is no such day or hour.
    pub fn parse(text: &str) -> Result<Self, ParseDateError> {
        let (day, time) = text.split_once(' ').ok_or(ParseDateError::Form)?;
        let day = Date::parse(day)?;
        let (hour, minute) = time.split_once(':').ok_or(ParseDateError::Form)?;
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(hour) || !is_digits(minute) || hour.len() > 2 || minute.len() != 2 {
            return Err(ParseDateError::Form);
        }
        let number = |part: &str| part.parse::<u8>().map_err(|_| ParseDateError::Form);
        let (hour, minute) = (number(hour)?, number(minute)?);
        if hour > 23 || minute > 59 {
            return Err(ParseDateError::Impossible);
        }
        Ok(Self { day, hour, minute })
    }

    /// The time as papers write it: "08 giờ 00".
    pub fn time(self) -> String {
        format!("{:02} giờ {:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_an_hour() {
        let moment = Moment::parse("2024-03-15 8:05").expect("a moment");
        assert_eq!(
            (moment.time().as_str(), moment.day.slashed().as_str()),
            ("08 giờ 05", "15/3/2024")
        );
        for wrong in [
            "2024-03-15",
            "2024-03-15 8",
            "2024-03-15 8:5",
            "2024-03-15 08:00:00",
            "2024-03-15 +8:00",
        ] {
            assert_eq!(Moment::parse(wrong), Err(ParseDateError::Form), "{wrong}");
        }
        for wrong in ["2024-02-30 08:00", "2024-03-15 24:00", "2024-03-15 08:60"] {
            assert_eq!(Moment::parse(wrong), Err(ParseDateError::Impossible), "{wrong}");
        }
    }
}
