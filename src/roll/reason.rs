//! Why a place was changed, left, or put to the clerk; each with the name of its sentence.

macro_rules! named {
    ($(#[$outer:meta])* $type:ident { $($(#[$inner:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $type { $($(#[$inner])* $variant,)+ }

        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name under which its sentence is found.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

named! {
    /// Why a place was changed.
    Reason {
        /// A year of the document's own frame.
        Year = "year",
        /// A school year or another working year over two calendar years.
        SchoolYear = "school-year",
        /// A day.
        Day = "day",
        /// A month.
        Month = "month",
        /// A quarter.
        Quarter = "quarter",
        /// Some months of a year.
        HalfYear = "half-year",
        /// From one day or month to another.
        Range = "range",
        /// A budget over three years that moves on every year.
        Rolling = "rolling",
        /// The count and the closing date of an anniversary.
        Anniversary = "anniversary",
        /// The name of a lunar year.
        LunarYear = "lunar-year",
        /// 29 February, which the new year does not have.
        LeapDay = "leap-day",
    }
}

named! {
    /// What the clerk has to decide.
    Doubt {
        /// Another office's document of the old year: this year's is to be found.
        YearlyDocument = "yearly-document",
        /// A sentence with so many times that it is a list.
        TooMany = "too-many",
        /// The number of the document itself.
        OwnNumber = "own-number",
        /// A document whose number or date is still blank.
        BlankCitation = "blank-citation",
        /// A year that may belong to the title of a document or to the text.
        TitleEnd = "title-end",
        /// A review of several years, held once.
        OneOffReview = "one-off-review",
        /// A congress.
        Congress = "congress",
        /// An election.
        Election = "election",
        /// "lần thứ …".
        Ordinal = "ordinal",
        /// What was done, with or without figures.
        Result = "result",
        /// A target with a figure; the year has moved, the figure has not.
        TargetFigure = "target-figure",
        /// A period or a term that is over in the new year.
        PeriodEnds = "period-ends",
        /// A movement or a ceremony for anniversaries of the old year.
        Campaign = "campaign",
        /// An anniversary that was round and is no more.
        NoLongerRound = "no-longer-round",
        /// Numbers that contradict each other.
        Contradiction = "contradiction",
        /// "từ năm 2024", without an end.
        OpenStart = "open-start",
        /// "đến năm 2024": a deadline, or the end of a period.
        Horizon = "horizon",
        /// A number that may be a year.
        BareYear = "bare-year",
        /// A year within quotation marks.
        Quotation = "quotation",
        /// A day on which something happened.
        PastEvent = "past-event",
        /// A date with its day of the week.
        Weekday = "weekday",
        /// A day that depends on the lunar calendar.
        LunarDay = "lunar-day",
        /// "Năm 2024 là năm đầu tiên …": a year with its place in something longer.
        YearOfMany = "year-of-many",
        /// Those born in certain years, who are others next year.
        Cohort = "cohort",
        /// Several years of which only some are the document's own.
        PartlyOwn = "partly-own",
        /// A year just outside of the document's frame.
        NearYear = "near-year",
        /// A new number that cannot be.
        OutOfRange = "out-of-range",
    }
}

named! {
    /// Why a place stays as it is.
    KeptBecause {
        /// A document with its number, date and title.
        Citation = "citation",
        /// A period laid down for several years.
        Period = "period",
        /// A term of office.
        Term = "term",
        /// A time before the document's own.
        History = "history",
        /// A goal or strategy beyond the document's own time.
        Horizon = "horizon",
        /// From when something is in force.
        LegalDay = "legal-day",
        /// From when something is done for good.
        StandingRule = "standing-rule",
        /// "hằng năm", "năm trước".
        Relative = "relative",
        /// A day without its year.
        Yearless = "yearless",
    }
}
