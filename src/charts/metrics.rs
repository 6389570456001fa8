//! How wide a text is, and how it is broken or set smaller to fit.
//!
//! The widths are those of Liberation Serif, which are those of Times New Roman: a picture is
//! laid out before the fonts are known. Nothing here has to be exact to more than a letter.

/// Height of figures and plain capitals above the baseline, for each point of size.
pub(super) const CAPITAL: f64 = 0.67;
/// Height of capitals with their accents, for each point of size.
pub(super) const ACCENTED: f64 = 0.95;
/// From one baseline to the next, for each point of size.
pub(super) const LEADING: f64 = 1.15;
/// How far letters reach below the baseline, for each point of size.
pub(super) const DESCENT: f64 = 0.22;
/// The width of letters that are not in the table: of most, or more.
const OTHER: u16 = 722;

/// Advance widths of letters, in thousandths of the size.
const WIDTHS: [(u16, &str); 26] = [
    (180, "'"),
    (200, "|"),
    (250, " \u{a0},."),
    (278, "/:;\\ijltìíỉĩị"),
    (333, "!()-I[]`frÌÍỈĨỊ‘’·"),
    (389, "Js"),
    (408, "\""),
    (444, "?acezàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệ“”"),
    (469, "^"),
    (480, "{}"),
    (500, "#$*0123456789_bdghknopquvxyđòóỏõọôồốổỗộùúủũụỳýỷỹỵ–"),
    (529, "ơờớởỡợ"),
    (541, "~"),
    (542, "ưừứửữự"),
    (556, "FPS"),
    (564, "+<=>×"),
    (611, "ELTZÈÉẺẼẸÊỀẾỂỄỆ"),
    (667, "BCR"),
    (722, "ADGHKNOQUVXYwÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤỲÝỶỸỴ"),
    (776, "ƯỪỨỬỮỰ"),
    (778, "&m"),
    (833, "%"),
    (889, "M"),
    (921, "@"),
    (944, "W"),
    (1000, "—…"),
];

/// How wide a text is at a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let advance = |letter: char| {
        let known = WIDTHS.iter().find(|(_, letters)| letters.contains(letter));
        f64::from(known.map_or(OTHER, |(width, _)| *width))
    };
    text.chars().map(advance).sum::<f64>() * size / 1000.0
}

/// How wide the widest of some texts is.
pub(super) fn widest<T: AsRef<str>>(texts: impl IntoIterator<Item = T>, size: f64) -> f64 {
    texts
        .into_iter()
        .map(|text| width(text.as_ref(), size))
        .fold(0.0, f64::max)
}

/// The size, not above `size`, at which something `wide` at that size fits into `room`.
pub(super) fn shrunk(size: f64, wide: f64, room: f64) -> f64 {
    if wide > room { size * room / wide } else { size }
}

/// A text in lines, and the size at which they fit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lines {
    /// The lines, at least one.
    pub(super) lines: Vec<String>,
    /// Their size.
    pub(super) size: f64,
}

impl Lines {
    /// Breaks a text for a room: at the largest of the sizes that needs no more than `most`
    /// lines, or else at the last into as many as it takes. Nothing is left out.
    pub(super) fn fitting(text: &str, sizes: &[f64], room: f64, most: usize) -> Self {
        let mut fitting = Self { lines: vec![text.to_owned()], size: 0.0 };
        for size in sizes {
            fitting = Self { lines: broken(text, *size, room), size: *size };
            if fitting.lines.len() <= most {
                break;
            }
        }
        fitting
    }

    /// From one baseline to the next.
    pub(super) fn leading(&self) -> f64 {
        self.size * LEADING
    }

    /// From the top of the first line's capitals to the last baseline.
    pub(super) fn height(&self) -> f64 {
        self.leading() * (self.lines.len().saturating_sub(1)) as f64 + self.size * CAPITAL
    }

    /// How wide the widest line is.
    pub(super) fn width(&self) -> f64 {
        widest(&self.lines, self.size)
    }
}

/// A text in lines no wider than `room`: broken at spaces, and within words that are too wide.
fn broken(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let last = lines.last().map_or("", String::as_str);
        let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if width(&longer, size) <= room {
            lines.pop();
            lines.push(longer);
            continue;
        }
        if last.is_empty() {
            lines.pop();
        }
        lines.extend(pieces(word, size, room));
    }
    lines
}

/// A word in pieces no wider than `room`, of at least one letter each.
fn pieces(word: &str, size: f64, room: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        piece.push(letter);
        if width(&piece, size) > room && piece.chars().count() > 1 {
            piece.pop();
            pieces.push(std::mem::replace(&mut piece, letter.to_string()));
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_the_widths_of_the_font() {
        assert!((width("999.999", 10.0) - 32.5).abs() < 1e-9);
        assert!((width("Cụm thi đua", 1000.0) - 4945.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_is_broken_and_set_smaller_but_stays_whole() {
        let name = "Cụm thi đua các cơ quan tham mưu, giúp việc của Huyện ủy và các đoàn thể";
        let lines = Lines::fitting(name, &[11.0, 10.0], 150.0, 3);
        assert_eq!((lines.lines.len(), lines.size), (3, 11.0));
        assert_eq!(lines.lines.join(" "), name);
        assert!(lines.width() <= 150.0);
        let smaller = Lines::fitting(name, &[11.0, 10.0, 8.0], 150.0, 2);
        assert_eq!((smaller.lines.len(), smaller.size), (2, 8.0));
        let word = Lines::fitting("aaaaaaaaaa", &[10.0], 20.0, 1);
        assert_eq!(word.lines, ["aaaa", "aaaa", "aa"]);
    }
}
