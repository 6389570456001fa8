//! The pictures of a paper: charts as SVG with pixels beside them, and those of the workspace as they are.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use typst::foundations::{Bytes, Smart};
use typst::visualize::{ExchangeFormat, RasterFormat, RasterImage};

use crate::compile::Letters;

/// Dots per inch of the pixels beside an SVG, which programs that cannot draw it show.
const DPI: f64 = 200.0;
/// Dots per inch of a picture that does not say.
const PICTURE_DPI: f64 = 72.0;

/// The pictures of a paper.
#[derive(Debug, Default)]
pub(super) struct Media {
    pub(super) files: Vec<MediaFile>,
}

/// A picture as a file.
#[derive(Debug, PartialEq)]
pub(super) struct MediaFile {
    /// The ending of its name.
    pub(super) ending: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// A picture that was taken up.
pub(super) struct Taken {
    pub(super) media: usize,
    pub(super) vector: Option<usize>,
    /// Width and height of their own, pt.
    pub(super) size: (f64, f64),
}

impl Media {
    /// A file by its number; the same bytes are one file.
    fn add(&mut self, ending: &'static str, bytes: Vec<u8>) -> usize {
        let file = MediaFile { ending, bytes };
        let known = self.files.iter().position(|known| *known == file);
        known.unwrap_or_else(|| {
            self.files.push(file);
            self.files.len() - 1
        })
    }

    /// Takes up an SVG.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub(super) fn svg(&mut self, svg: &str, letters: &Letters) -> Result<Taken, String> {
        let mut fonts = fontdb::Database::new();
        for font in letters.files() {
            fonts.load_font_data(font.to_vec());
        }
        let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
        let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
        let (width, height) = (tree.size().width(), tree.size().height());
        #[expect(clippy::cast_possible_truncation, reason = "a scale")]
        let scale = (DPI / 72.0) as f32;
        let pixels = tree.size().to_int_size().scale_by(scale).ok_or("no size")?;
        let mut pixmap = Pixmap::new(pixels.width(), pixels.height()).ok_or("no size")?;
        pixmap.fill(resvg::tiny_skia::Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        let png = pixmap.encode_png().map_err(|error| error.to_string())?;
        Ok(Taken {
            media: self.add("png", png),
            vector: Some(self.add("svg", svg.as_bytes().to_vec())),
            size: (width.into(), height.into()),
        })
    }

    /// Takes up a picture of the workspace.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub(super) fn picture(&mut self, path: &str, bytes: &Arc<[u8]>) -> Result<Taken, String> {
        let is_png = bytes.starts_with(b"\x89PNG");
        let format = if is_png { ExchangeFormat::Png } else { ExchangeFormat::Jpg };
        let image = RasterImage::new(
            Bytes::new(Arc::clone(bytes)),
            RasterFormat::Exchange(format),
            Smart::Auto,
        );
        let image = image.map_err(|error| format!("{path}: {error:?}"))?;
        let dpi = image.dpi().unwrap_or(PICTURE_DPI);
        let points = |pixels: u32| f64::from(pixels) / dpi * 72.0;
        Ok(Taken {
            media: self.add(if is_png { "png" } else { "jpeg" }, bytes.to_vec()),
            vector: None,
            size: (points(image.width()), points(image.height())),
        })
    }
}
