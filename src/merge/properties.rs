//! What holds of every text that becomes markup. Tests hold the seeds of `fuzz/seeds/` against it, the
//! fuzzers of `fuzz/` everything else.

use typst::syntax::ast::{self, AstNode};
use typst::syntax::{SyntaxKind, SyntaxNode, parse, parse_code};

use super::escape::literal;
use super::kept::HARD_SPACE;
use super::marks::{self, Looks};
use super::markup::Markup;

/// The functions that a text may be wrapped in.
const WRAPPERS: [&str; 2] = ["whole", "long-word"];

/// The markup of a text is nothing but strings and the boxes that hold them, and the strings are
/// the text.
pub fn escaped(text: &str) {
    let markup = Markup::of(&marks::letters(text, Looks::default(), None)).text;
    let root = parse(&markup);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(errors.is_empty() && warnings.is_empty(), "{errors:?}, {warnings:?}: {markup}");
    let mut printed = String::new();
    strings(&root, &mut printed);
    let soft = |text: &str| text.replace(HARD_SPACE, " ");
    assert_eq!(soft(&printed), soft(text), "printed otherwise: {markup}");
    let expression = parse_code(&literal(text));
    let mut printed = String::new();
    strings(&expression, &mut printed);
    assert_eq!(printed, text, "a literal that says something else");
}

/// Collects the strings; nothing else may stand beside them.
fn strings(node: &SyntaxNode, printed: &mut String) {
    if let Some(string) = node.cast::<ast::Str<'_>>() {
        printed.push_str(&string.get());
    } else if let Some(call) = node.cast::<ast::FuncCall<'_>>() {
        let callee = call.callee().to_untyped().full_text();
        assert!(WRAPPERS.contains(&callee.as_str()), "a call of {callee}");
        strings(call.args().to_untyped(), printed);
    } else {
        let kind = node.kind();
        let expected = matches!(
            kind,
            SyntaxKind::Markup
                | SyntaxKind::Code
                | SyntaxKind::Args
                | SyntaxKind::Array
                | SyntaxKind::ContentBlock
                | SyntaxKind::Parenthesized
        );
        let punctuation = matches!(
            kind,
            SyntaxKind::Hash
                | SyntaxKind::Semicolon
                | SyntaxKind::Comma
                | SyntaxKind::LeftParen
                | SyntaxKind::RightParen
                | SyntaxKind::LeftBracket
                | SyntaxKind::RightBracket
                | SyntaxKind::End
        );
        assert!(expected || punctuation, "{kind:?} in {printed:?}");
        node.children().for_each(|child| strings(child, printed));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::texts;

    #[test]
    fn every_seed_of_a_text_prints_as_it_is() {
        texts("escape").iter().for_each(|text| escaped(text));
    }
}
