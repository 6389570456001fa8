//! Where a document is that does not come to an end.
//!
//! The typesetter says nothing while it evaluates. So the markup and the Typst templates are given
//! crumbs: before every statement stands a question for the day, with a number that says where it
//! stands. The world is asked, and remembers the number. While it lays out, its own timing tells which
//! element is the innermost (`open`). What is laid out so is thrown away.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use typst::diag::FileResult;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, LinkedNode, Source, SyntaxKind, ast, parse};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_layout::PagedDocument;

use super::Base;
use super::open::OpenScopes;
use crate::merge::{Markup, Origin, Origins};

/// The bits of a number that say where in a file: the rest say in which.
const WITHIN: u32 = 27;

/// The number of the crumb behind all the markup: what follows is layout.
const EVALUATED: u64 = (1 << WITHIN) - 1;

/// A document that is laid out with somebody asking where it is.
pub(crate) struct Trace<'a> {
    base: &'a Base,
    reached: Reached,
}

/// Tells where the document is.
pub(crate) struct Reached {
    /// The number of the last crumb; 0 before the first.
    crumb: Arc<AtomicU64>,
    /// The markup, and the templates that were read, by their numbers.
    files: Arc<Mutex<Vec<Crumbed>>>,
    origins: Arc<Origins>,
    /// What is being laid out.
    open: OpenScopes,
}

impl Reached {
    fn files(&self) -> MutexGuard<'_, Vec<Crumbed>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The template line that the document is at.
    pub(crate) fn origin(&mut self) -> Option<Origin> {
        // What is evaluated during layout has its crumbs too, but the last one says nothing of what is
        // laid out by then.
        if self.open.update() {
            return self.laid_out();
        }
        let crumb = self.crumb.load(Ordering::Relaxed).checked_sub(1)?;
        let offset = usize::try_from(crumb & ((1 << WITHIN) - 1)).ok()?;
        self.line(usize::try_from(crumb >> WITHIN).ok()?, offset)
    }

    /// The template line of the innermost thing that is laid out.
    fn laid_out(&self) -> Option<Origin> {
        self.open.spans().find_map(|span| {
            let files = self.files();
            let file = files.iter().position(|file| Some(file.source.id()) == span.id())?;
            let at = files[file].source.find(span)?.offset();
            let offset = files[file].before(at);
            drop(files);
            self.line(file, offset)
        })
    }

    /// The line of a place in a file as it was without crumbs.
    fn line(&self, file: usize, offset: usize) -> Option<Origin> {
        if file == 0 {
            return self.origins.at(offset).cloned();
        }
        let files = self.files();
        let Crumbed { name, text, .. } = files.get(file)?;
        let line = text.get(..offset)?.matches('\n').count() + 1;
        Some(Origin { template: name.clone(), line })
    }
}

/// A text with crumbs.
struct Crumbed {
    /// A template's name.
    name: String,
    /// The text without them.
    text: String,
    /// The text with them.
    source: Source,
    /// Where each stands, by the text without them, and how long it is.
    crumbs: Vec<(usize, usize)>,
}

impl Crumbed {
    /// Puts crumbs into a text, with the number of its file.
    fn new(id: FileId, name: &str, text: &str, file: usize) -> Self {
        let (mut marked, crumbs) = with_crumbs(text, file);
        if file == 0 {
            marked.push_str(&format!("\n#let _ = datetime.today(offset: {EVALUATED});"));
        }
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
            source: Source::new(id, marked),
            crumbs,
        }
    }

    /// The place in the text without crumbs, for one in the text with them.
    fn before(&self, at: usize) -> usize {
        let mut added = 0;
        for (offset, length) in &self.crumbs {
            if offset + added + length > at {
                break;
            }
            added += length;
        }
        at - added
    }
}

impl<'a> Trace<'a> {
    /// Of a markup.
    pub(crate) fn new(base: &'a Base, markup: &Markup) -> Self {
        let main = Crumbed::new(base.main(), "", &markup.text, 0);
        let reached = Reached {
            crumb: Arc::default(),
            files: Arc::new(Mutex::new(vec![main])),
            origins: Arc::new(markup.origins.clone()),
            open: OpenScopes::default(),
        };
        Self { base, reached }
    }

    /// What tells where it is.
    pub(crate) fn reached(&self) -> Reached {
        Reached {
            crumb: self.reached.crumb.clone(),
            files: self.reached.files.clone(),
            origins: self.reached.origins.clone(),
            open: OpenScopes::default(),
        }
    }

    /// Lays it out.
    pub(crate) fn run(&self) {
        let _ = typst::compile::<PagedDocument>(self);
        OpenScopes::end();
    }
}

impl World for Trace<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.base.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.base.book()
    }

    fn main(&self) -> FileId {
        self.base.main()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut files = self.reached.files();
        if let Some(file) = files.iter().find(|file| file.source.id() == id) {
            return Ok(file.source.clone());
        }
        let source = self.base.source(id)?;
        let name = id.vpath().get_without_slash();
        let name = name.strip_prefix("templates/").unwrap_or(name);
        let file = Crumbed::new(id, name, source.text(), files.len());
        let source = file.source.clone();
        files.push(file);
        Ok(source)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.base.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.base.font(index)
    }

    /// The question of a crumb.
    fn today(&self, offset: Option<Duration>) -> Option<Datetime> {
        // The day itself is nothing to anybody.
        let number = offset.map_or(0.0, |offset| offset.hours()) as u64;
        self.reached.crumb.store(number, Ordering::Relaxed);
        if number == EVALUATED {
            OpenScopes::begin();
        }
        Datetime::from_ymd(2000, 1, 1)
    }
}

/// A text with a crumb before every statement, and where they stand.
fn with_crumbs(text: &str, file: usize) -> (String, Vec<(usize, usize)>) {
    let root = parse(text);
    let mut added = Vec::new();
    scatter(&LinkedNode::new(&root), file, &mut added);
    // What stands at one place stays in the order in which it was found: from outside to inside.
    added.sort_by_key(|(at, _)| *at);
    let mut out = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for (at, crumb) in &added {
        out.push_str(&text[done..*at]);
        out.push_str(crumb);
        done = *at;
    }
    out.push_str(&text[done..]);
    let crumbs = added.into_iter().map(|(at, crumb)| (at, crumb.len()));
    (out, crumbs.collect())
}

/// Finds the places of crumbs.
fn scatter(node: &LinkedNode<'_>, file: usize, added: &mut Vec<(usize, String)>) {
    let statement = |at: usize| {
        let number = ((file as u64) << WITHIN) + at as u64 + 1;
        format!("let _ = datetime.today(offset: {number});")
    };
    let is_code = node.kind() == SyntaxKind::Code;
    for child in node.children() {
        let at = child.offset();
        if is_code && child.get().cast::<ast::Expr<'_>>().is_some() {
            added.push((at, statement(at)));
        } else if child.kind() == SyntaxKind::Hash && node.kind() == SyntaxKind::Markup {
            added.push((at, format!("#{}", statement(at))));
        } else if child.kind() == SyntaxKind::Math {
            continue;
        }
        let is_body = node.kind() == SyntaxKind::Closure
            && child.get().cast::<ast::Expr<'_>>().is_some()
            && child.next_sibling().is_none()
            && child.prev_sibling().is_some();
        if is_body {
            added.push((at, format!("{{{}", statement(at))));
        }
        scatter(&child, file, added);
        if is_body {
            added.push((child.range().end, "}".to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    /// What a crumb is told for.
    fn crumbs(text: &str) -> Vec<usize> {
        let marked = with_crumbs(text, 0).0;
        let numbers = marked.split("offset: ").skip(1);
        let at = |rest: &str| rest.split(')').next()?.parse::<usize>().ok();
        numbers.filter_map(at).map(|number| number - 1).collect()
    }

    #[test]
    fn every_statement_has_a_crumb() {
        let text = "a #let f(x) = x + 1\n#{ let y = 1; f(y) }\n#for i in (1, 2) [b #i]";
        let at = |letters: &str| text.find(letters).expect("there");
        let expected = ["#let", "x + 1", "#{", "let y", "f(y)", "#for", "#i"].map(at);
        assert_eq!(crumbs(text), expected);
    }

    #[test]
    fn what_is_laid_out_is_known_by_its_place() {
        let (base, _) = Base::new(&Assets::embedded());
        let cells = "..range(900).map(i => lorem(300))";
        let text = format!("a\n\n#table(columns: 10, {cells})\n\nb #{{ let c = 1; c }}");
        let table = text.find("table(").expect("there");
        let trace = Trace::new(&base, &Markup { text, ..Markup::default() });
        let mut reached = trace.reached();
        let over = std::sync::atomic::AtomicBool::new(false);
        let mut seen = Vec::new();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                trace.run();
                over.store(true, Ordering::Relaxed);
            });
            while !over.load(Ordering::Relaxed) {
                std::thread::sleep(std::time::Duration::from_millis(5));
                if reached.open.update() {
                    let spans = reached.open.spans();
                    let files = reached.files();
                    let node = spans.filter_map(|span| files[0].source.find(span)).next();
                    seen.extend(node.map(|node| files[0].before(node.offset())));
                }
            }
        });
        assert!(seen.contains(&table), "{seen:?}, not {table}");
    }

    #[test]
    fn a_text_with_crumbs_is_well_formed_and_says_the_same() {
        let (base, _) = Base::new(&Assets::embedded());
        let embedded = Assets::embedded();
        for (name, bytes) in
            embedded.templates.iter().filter(|(name, _)| name.ends_with(".typ"))
        {
            let text = String::from_utf8_lossy(bytes);
            let (errors, _) = parse(&with_crumbs(&text, 1).0).errors_and_warnings();
            assert_eq!(errors, [], "{name}");
        }
        let text = "#let f = (x, ..y) => if x > 1 { return 2 } else { x }\n#show \"a\": it => [b]\n\
            #context { let z = f(3); [#z] }\n- a #f(1)\n= H #{ 4 }\n";
        let markup = Markup { text: text.to_owned(), ..Markup::default() };
        let trace = Trace::new(&base, &markup);
        let pages = typst::compile::<PagedDocument>(&trace).output;
        assert!(pages.is_ok(), "{pages:?} of {}", trace.reached.files()[0].source.text());
        assert!(trace.reached.crumb.load(Ordering::Relaxed) > 0);
    }
}
