//! How wide letters are in the font that pages are printed with.
//!
//! Who writes blocks otherwise than the typesetter has to know how wide a line is, to draw a rule below it or to give
//! a column its room: in Word the same letters have the same widths.

use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontStyle, FontVariations, FontWeight};

/// The faces of the first family: regular, bold, italic, bold and italic.
pub(crate) struct Letters([Option<FontInstance>; 4]);

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Face {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
}

impl Face {
    /// Bold letters.
    pub(crate) const BOLD: Self = Self { bold: true, italic: false };

    fn index(self) -> usize {
        usize::from(self.bold) + 2 * usize::from(self.italic)
    }
}

impl Letters {
    /// Of the faces of a family.
    pub(super) fn of(family: impl Iterator<Item = Font>) -> Self {
        let mut faces = [None, None, None, None];
        for font in family {
            let variant = font.info().variant;
            let face = Face {
                bold: variant.weight >= FontWeight::SEMIBOLD,
                italic: variant.style == FontStyle::Italic,
            };
            let instance =
                font.instantiate(variant, Abs::pt(12.0), &FontVariations::default());
            faces[face.index()] = Some(instance);
        }
        Self(faces)
    }

    /// The font files.
    pub(crate) fn files(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().flatten().map(|font| font.font().data().as_slice())
    }

    /// How wide a line is at a size; lengths in points.
    pub(crate) fn width(&self, line: &str, face: Face, size: f64) -> f64 {
        let Some(font) = &self.0[face.index()] else { return 0.0 };
        let ttf = font.ttf();
        let advance = |letter| ttf.glyph_hor_advance(ttf.glyph_index(letter)?);
        let units: f64 = line.chars().filter_map(advance).map(f64::from).sum();
        units / font.units_per_em() * size
    }
}

#[cfg(test)]
mod tests {
    use super::super::Base;
    use super::*;
    use crate::assets::Assets;

    #[test]
    fn letters_have_the_widths_of_the_font() {
        let (base, _) = Base::new(&Assets::embedded());
        let letters = base.letters();
        let near = |width: f64, wanted: f64| {
            assert!((width - wanted).abs() < 0.01, "{width} {wanted}");
        };
        near(letters.width("999.999", Face::default(), 10.0), 32.5);
        near(letters.width("aaa", Face::default(), 100.0), 133.15);
        near(letters.width("CONG", Face::BOLD, 100.0), 300.0);
        assert!(letters.width("ab", Face { bold: false, italic: true }, 10.0) > 9.0);
    }
}
