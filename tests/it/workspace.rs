//! A workspace in a temporary folder, and runs of the program on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::page::Paper;

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of the repository's data, to be changed and run on.
pub struct Workspace {
    folder: TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// Results.
    pub out: String,
    /// Everything else.
    pub err: String,
}

impl Workspace {
    /// With the data of the repository.
    pub fn new() -> Self {
        let workspace = Self::empty();
        for file in ["agencies.yaml", "settings.yaml", "2024/plan.yaml"] {
            let from = repository().join("data").join(file);
            workspace.write(
                &format!("data/{file}"),
                fs::read_to_string(from).expect("the repository has it"),
            );
        }
        workspace
    }

    /// With the units' plans of the repository, too.
    pub fn of_office() -> Self {
        let workspace = Self::new();
        let units = repository().join("data/2024/units");
        for entry in fs::read_dir(units).expect("the units").flatten() {
            let name = entry.file_name().into_string().expect("UTF-8");
            let text = fs::read_to_string(entry.path()).expect("UTF-8");
            workspace.write(&format!("data/2024/units/{name}"), text);
        }
        workspace
    }

    /// With all that reports on 2024 are made from, and the reports.
    pub fn with_results() -> Self {
        let workspace = Self::of_office();
        workspace.copy("data/awards.yaml");
        for folder in ["data/2024/results", "data/history", "data/2024/reports"] {
            for entry in fs::read_dir(repository().join(folder)).expect("a folder").flatten() {
                workspace.copy(&format!("{folder}/{}", entry.file_name().to_string_lossy()));
            }
        }
        workspace
    }

    /// Lets every agency go on, for years in which the district is no more.
    #[must_use]
    pub fn lasting(self) -> Self {
        let name = "data/agencies.yaml";
        let text = fs::read_to_string(self.path(name)).expect("is there");
        let ends = |line: &&str| {
            ["    until: 2025-06-30", "    successor: "]
                .iter()
                .any(|key| line.starts_with(key))
        };
        let lines = text.lines().filter(|line| !ends(line));
        self.write(name, lines.map(|line| format!("{line}\n")).collect::<String>());
        self
    }

    /// Copies a file of the repository.
    pub fn copy(&self, name: &str) {
        self.write(name, fs::read(repository().join(name)).expect("is there"));
    }

    /// With an empty `data/`.
    pub fn empty() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::create_dir(folder.path().join("data")).expect("a new folder");
        Self { folder }
    }

    /// A path in the workspace.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("has a parent")).expect("a new folder");
        fs::write(path, content).expect("a new file");
    }

    /// Replaces the only occurrence of `from` in a file.
    #[track_caller]
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).expect("is there");
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {name}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// The text of a file.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Takes away the line of a key at the top of a file.
    pub fn without(&self, name: &str, key: &str) {
        let (text, own) = (self.read(name), format!("{key}:"));
        let lines = text.lines().filter(|line| !line.starts_with(&own));
        self.write(name, lines.map(|line| format!("{line}\n")).collect::<String>());
    }

    /// Takes away what a document has otherwise than the office's settings say.
    pub fn without_layout(&self, name: &str) {
        self.without(name, "layout");
    }

    /// Runs the program in the workspace, in English unless the words say otherwise.
    pub fn run(&self, words: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.args(words);
        self.run_command(command)
    }

    /// Runs a command in the workspace that runs the program in some special way.
    pub fn run_command(&self, mut command: Command) -> Run {
        command.current_dir(self.folder.path());
        command.env_clear().env("LANG", "en_US.UTF-8").env("NO_COLOR", "1");
        let Output { status, stdout, stderr } = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Run {
            code: status.code().unwrap_or(-1),
            out: text(stdout),
            err: text(stderr),
        }
    }

    /// Builds the paper of a file of the data, expects success, and reads its PDF.
    #[track_caller]
    pub fn built(&self, file: &str) -> Paper {
        let run = self.run(&["build", file]);
        assert_eq!(run.code, 0, "{}", run.err);
        let name = file.strip_prefix("data/").and_then(|name| name.strip_suffix(".yaml"));
        let name = name.expect("a file of the data");
        Paper::read(&self.path(&format!("out/{name}.pdf")))
    }

    /// Builds, expects success, and reads the plan's PDF.
    #[track_caller]
    pub fn plan(&self, words: &[&str]) -> Paper {
        let run = self.run(&[&["build"], words].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        Paper::read(&self.path("out/2024/plan.pdf"))
    }
}
