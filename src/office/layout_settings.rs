//! What the decree leaves to the office: sizes, margins, indent and spacing, each with the range
//! that the decree allows (Decree 30/2020/NĐ-CP, Appendix I, parts I and II and its table V).

/// The least and the greatest value allowed, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
}

impl Range {
    /// From `min` to `max`.
    pub const fn new(min: f64, max: f64) -> Self {
        Self { min, max }
    }

    /// Whether a value is allowed.
    pub fn contains(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

/// The ranges of the settings that are no sizes of text.
pub(crate) mod limits {
    use super::Range;

    /// Top margin, mm (I.3).
    pub(crate) const MARGIN_TOP: Range = Range::new(20.0, 25.0);
    /// Bottom margin, mm (I.3).
    pub(crate) const MARGIN_BOTTOM: Range = Range::new(20.0, 25.0);
    /// Left margin, mm (I.3).
    pub(crate) const MARGIN_LEFT: Range = Range::new(30.0, 35.0);
    /// Right margin, mm (I.3).
    pub(crate) const MARGIN_RIGHT: Range = Range::new(15.0, 20.0);
    /// First-line indents, mm: 1 cm or 1.27 cm, nothing between (II.6).
    pub(crate) const INDENTS: [f64; 2] = [10.0, 12.7];
    /// Space between paragraphs, pt: 6 at least (II.6). The upper end is this program's.
    pub(crate) const PARAGRAPH_SPACING: Range = Range::new(6.0, 12.0);
    /// Line spacing: single to one and a half lines (II.6).
    pub(crate) const LINE_SPACING: Range = Range::new(1.0, 1.5);
}

/// The parts of a document whose size the office may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// Quốc hiệu.
    NationalName,
    /// Tiêu ngữ.
    Motto,
    /// The superior agency.
    Parent,
    /// The issuing agency.
    Agency,
    /// Place and date.
    PlaceDate,
    /// The type of the document: "KẾ HOẠCH".
    TypeName,
    /// The subject below the type.
    Subject,
    /// What a letter is about, under its number: "V/v …".
    LetterSubject,
    /// Section and clause titles.
    Heading,
    /// Running text.
    Body,
    /// Text in tables, which is part of the text.
    Table,
    /// Office and name of the signer.
    Signer,
    /// Page numbers.
    PageNumber,
}

impl Element {
    /// All parts, in the order of the page.
    pub const ALL: [Self; 13] = [
        Self::NationalName,
        Self::Motto,
        Self::Parent,
        Self::Agency,
        Self::PlaceDate,
        Self::TypeName,
        Self::Subject,
        Self::LetterSubject,
        Self::Heading,
        Self::Body,
        Self::Table,
        Self::Signer,
        Self::PageNumber,
    ];

    /// Its key in `settings.yaml`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NationalName => "national_name",
            Self::Motto => "motto",
            Self::Parent => "parent",
            Self::Agency => "agency",
            Self::PlaceDate => "place_date",
            Self::TypeName => "type_name",
            Self::Subject => "subject",
            Self::LetterSubject => "letter_subject",
            Self::Heading => "heading",
            Self::Body => "body",
            Self::Table => "table",
            Self::Signer => "signer",
            Self::PageNumber => "page_number",
        }
    }

    /// The sizes that the decree allows, pt.
    pub fn range(self) -> Range {
        match self {
            Self::NationalName | Self::Parent | Self::Agency | Self::LetterSubject => {
                Range::new(12.0, 13.0)
            }
            _ => Range::new(13.0, 14.0),
        }
    }

    /// The size in the decree's sample table (V), pt.
    pub fn default_size(self) -> f64 {
        match self {
            Self::NationalName | Self::Parent | Self::Agency | Self::LetterSubject => 12.0,
            Self::Motto | Self::PlaceDate | Self::Table | Self::PageNumber => 13.0,
            _ => 14.0,
        }
    }
}

/// The size of every [`Element`], pt.
#[derive(Debug, Clone, PartialEq)]
pub struct Sizes([f64; Element::ALL.len()]);

impl Default for Sizes {
    fn default() -> Self {
        Self(Element::ALL.map(Element::default_size))
    }
}

impl Sizes {
    /// The size of an element, pt.
    pub fn get(&self, element: Element) -> f64 {
        self.0[element as usize]
    }

    /// Sets the size of an element, pt; a size outside the decree's range changes nothing and
    /// gives `false`.
    pub fn set(&mut self, element: Element, size: f64) -> bool {
        let allowed = element.range().contains(size);
        if allowed {
            self.0[element as usize] = size;
        }
        allowed
    }
}

/// Page margins, mm.
#[derive(Debug, Clone, PartialEq)]
pub struct Margins {
    /// Top.
    pub top: f64,
    /// Bottom.
    pub bottom: f64,
    /// Left.
    pub left: f64,
    /// Right.
    pub right: f64,
}

/// How the bases of a document are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasesForm {
    /// As one sentence of running text, which opens the document.
    Sentence,
    /// Each on a line of its own, italic, with ";" at its end (II.6).
    Lines,
}

/// The office's choices of layout.
#[derive(Debug, Clone, PartialEq)]
pub struct LayoutSettings {
    /// Page margins.
    pub margins: Margins,
    /// Sizes of text.
    pub sizes: Sizes,
    /// First-line indent, mm.
    pub indent: f64,
    /// Space between paragraphs, pt.
    pub paragraph_spacing: f64,
    /// Line spacing, 1 = single.
    pub line_spacing: f64,
    /// The form of the bases.
    pub bases: BasesForm,
}

impl Default for LayoutSettings {
    fn default() -> Self {
        Self {
            margins: Margins { top: 20.0, bottom: 20.0, left: 30.0, right: 20.0 },
            sizes: Sizes::default(),
            indent: 12.7,
            paragraph_spacing: 6.0,
            line_spacing: 1.0,
            bases: BasesForm::Lines,
        }
    }
}

/// What one paper has otherwise than the office's other papers, within the same ranges: the few
/// measures that move a line from one page to another, and the form of its bases.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LayoutChange {
    /// Size of running text and headings, pt.
    pub body: Option<f64>,
    /// Space between paragraphs, pt.
    pub paragraph_spacing: Option<f64>,
    /// Line spacing, 1 = single.
    pub line_spacing: Option<f64>,
    /// The form of the bases.
    pub bases: Option<BasesForm>,
}

impl LayoutChange {
    /// These changes and others, which win where both say something.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            body: other.body.or(self.body),
            paragraph_spacing: other.paragraph_spacing.or(self.paragraph_spacing),
            line_spacing: other.line_spacing.or(self.line_spacing),
            bases: other.bases.or(self.bases),
        }
    }
}

impl LayoutSettings {
    /// The office's layout with the changes of one paper.
    #[must_use]
    pub fn with(&self, change: LayoutChange) -> Self {
        let mut layout = self.clone();
        if let Some(size) = change.body {
            layout.sizes.set(Element::Body, size);
            layout.sizes.set(Element::Heading, size);
        }
        if let Some(spacing) = change.paragraph_spacing {
            layout.paragraph_spacing = spacing;
        }
        if let Some(spacing) = change.line_spacing {
            layout.line_spacing = spacing;
        }
        layout.bases = change.bases.unwrap_or(layout.bases);
        layout
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_lie_within_the_decree() {
        let layout = LayoutSettings::default();
        for (at, element) in Element::ALL.into_iter().enumerate() {
            assert_eq!(element as usize, at, "order of Element::ALL");
            assert!(element.range().contains(layout.sizes.get(element)), "{element:?}");
        }
        assert!(limits::MARGIN_TOP.contains(layout.margins.top));
        assert!(limits::MARGIN_BOTTOM.contains(layout.margins.bottom));
        assert!(limits::MARGIN_LEFT.contains(layout.margins.left));
        assert!(limits::MARGIN_RIGHT.contains(layout.margins.right));
        assert!(limits::INDENTS.contains(&layout.indent));
        assert!(limits::PARAGRAPH_SPACING.contains(layout.paragraph_spacing));
        assert!(limits::LINE_SPACING.contains(layout.line_spacing));
    }

    #[test]
    fn a_size_outside_the_decree_is_not_taken() {
        let mut sizes = Sizes::default();
        assert!(!sizes.set(Element::Body, 15.0) && sizes.set(Element::Body, 13.5));
        assert_eq!(sizes.get(Element::Body), 13.5);
    }
}
