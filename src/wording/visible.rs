//! Characters that a terminal obeys instead of showing them: made visible.
//!
//! A file's name may hold them, and so may a text of the data. Sent to a terminal they would move the
//! cursor, colour or hide what stands there, or turn the reading direction round.

use std::borrow::Cow;

/// A text in which every control and direction character is shown by a sign, as the lines of the data are
/// shown under a message.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| sign(character).is_none()) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|character| sign(character).unwrap_or(character))
        .collect()
}

/// The sign for a character that is not to be sent; none for all others.
fn sign(character: char) -> Option<char> {
    match character {
        // The pictures of control characters stand in their order.
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7F}' => Some('␡'),
        // Further controls; marks, embeddings, overrides and isolates of direction; ends of lines.
        '\u{80}'..='\u{9F}'
        | '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert_eq!(visible("Gia Cát – “đơn”\u{A0}số"), "Gia Cát – “đơn”\u{A0}số");
        assert_eq!(visible("a\u{1b}[31mb\r\n\u{7}"), "a␛[31mb␍␊␇");
        assert_eq!(visible("x\u{202e}fdp.yaml\u{9b}\u{7f}"), "x�fdp.yaml�␡");
    }
}
