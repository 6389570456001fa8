//! What holds of every text that is rolled. Tests hold the seeds of `fuzz/seeds/` against it, the fuzzers
//! of `fuzz/` everything else.

use crate::calendar::Year;
use crate::calendar::expression::find;

use super::{Frame, left_over, likeness, text};

/// Expressions of time are found one after another; changes lie within them; between the changes every
/// letter stays.
pub fn times(input: &str) {
    let found = find(input);
    let mut end = 0;
    for expression in &found {
        let range = &expression.range;
        assert!(end <= range.start && range.start < range.end, "{range:?} after {end}");
        assert!(input.get(range.clone()).is_some(), "{range:?} tears a letter");
        for year in expression.time.years() {
            assert!(input.get(year.range.clone()).is_some(), "{:?}", year.range);
        }
        end = range.end;
    }
    for (from, to) in [(2024, 2025), (2025, 2019)] {
        if let Some((from, to)) = Year::new(from).zip(Year::new(to)) {
            rolled(input, Frame { from, to });
        }
    }
    let same = Year::new(2024).map(|year| Frame { from: year, to: year });
    if let Some(frame) = same {
        assert_eq!(text(input, frame).text, input, "rolled to its own year");
    }
    assert!((0.0..=1.0).contains(&likeness(input, input)));
}

fn rolled(input: &str, frame: Frame) {
    let rolled = text(input, frame);
    let (mut old, mut new) = (0, 0);
    for change in &rolled.changes {
        let kept = input.get(old..change.old.start);
        assert!(
            kept.is_some() && kept == rolled.text.get(new..change.new.start),
            "{change:?}"
        );
        (old, new) = (change.old.end, change.new.end);
    }
    assert_eq!(input.get(old..), rolled.text.get(new..), "the rest");
    for question in &rolled.questions {
        assert!(input.get(question.range.clone()).is_some(), "{question:?}");
    }
    for left in left_over(input, input, frame) {
        assert!(input.get(left.range.clone()).is_some(), "{left:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::texts;

    #[test]
    fn every_seed_of_a_text_is_rolled_within_bounds() {
        texts("times").iter().for_each(|text| times(text));
    }
}
