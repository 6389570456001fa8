//! From pages to files.
//!
//! In go pages and an identifier; out come bytes, and files in their places. A PDF is PDF/A-2a and
//! PDF/UA-1 together; date and identifier come from the document, so that the same data gives the
//! same bytes. Files are written beside their place and renamed (`write`): nobody ever sees half of
//! one. Several that belong together appear together (`together`), whatever happens meanwhile; a file of data is changed alone (`rewrite`).

mod clear;
mod own;
mod rewrite;
mod together;
mod write;

pub(crate) use rewrite::rewrite;
pub use together::{Interrupted, NewFile, recover, write_together};
pub use write::{Out, WriteError, Written};

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::blocks::PaperBlocks;
use crate::compile::Pages;

/// Dots per inch of a PNG.
const PNG_DPI: f64 = 150.0;

/// What is made of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One PDF.
    Pdf,
    /// A picture of each page.
    Png,
    /// A vector picture of each page.
    Svg,
    /// The generated Typst markup.
    Typ,
    /// What it says, as blocks.
    Json,
    /// One Word file.
    Docx,
    /// A workbook of its tables.
    Xlsx,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 7] =
        [Self::Pdf, Self::Docx, Self::Xlsx, Self::Png, Self::Svg, Self::Typ, Self::Json];

    /// The extension of its files, and its name on the command line.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Typ => "typ",
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Why a document could not be exported.
#[derive(Debug)]
pub enum ExportError {
    /// The typesetter's objections, such as a breach of PDF/A.
    Typesetting(Vec<SourceDiagnostic>),
    /// A picture could not be encoded.
    Encoding(String),
}

/// Makes the PDF. `identifier` names the document among all others, for ever.
///
/// # Errors
/// When the pages break a rule of PDF/A-2a or PDF/UA-1.
pub fn pdf(pages: &Pages, identifier: &str) -> Result<Vec<u8>, ExportError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ExportError::Encoding(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(identifier.to_owned()),
        creator: Smart::Custom(Some(concat!("vanthu ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&pages.document, &options)
        .map_err(|errors| ExportError::Typesetting(errors.into_iter().collect()))
}

/// Makes a PNG of each page.
///
/// # Errors
/// When a picture cannot be encoded.
pub fn png(pages: &Pages) -> Result<Vec<Vec<u8>>, ExportError> {
    let options = RenderOptions {
        pixel_per_pt: Scalar::new(PNG_DPI / 72.0),
        render_bleed: false,
    };
    pages
        .document
        .pages()
        .iter()
        .map(|page| {
            typst_render::render(page, &options)
                .encode_png()
                .map_err(|error| ExportError::Encoding(error.to_string()))
        })
        .collect()
}

/// Writes what a paper says, block by block.
///
/// # Errors
/// When it cannot be encoded.
pub(crate) fn json(paper: &PaperBlocks) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(paper)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Makes an SVG of each page.
pub fn svg(pages: &Pages) -> Vec<Vec<u8>> {
    let options = SvgOptions { render_bleed: false, pretty: false };
    let pages = pages.document.pages();
    pages
        .iter()
        .map(|page| typst_svg::svg(page, &options).into_bytes())
        .collect()
}
