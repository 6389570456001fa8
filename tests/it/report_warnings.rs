//! Warnings that are rare and right, kept and told again; runs that have nothing to do.

use std::fs;

use crate::report_counted::set;
use crate::workspace::{Run, Workspace};

/// The warnings of a run, by code.
fn warnings(run: &Run) -> Vec<String> {
    let found = run.err.lines().filter_map(|line| line.strip_prefix("warning["));
    found
        .filter_map(|rest| rest.split_once(']'))
        .map(|(code, _)| code.to_owned())
        .collect()
}

#[test]
fn a_report_does_not_warn_of_what_it_could_not_know() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    // Of 20 June, issued on the 25th: what came until then could have been in it.
    set(&workspace, report, "date", "2024-06-25");
    let with = |date: &str| {
        workspace.write(
            "data/2024/results/xa-gia-cat.yaml",
            format!(
                "sample: true\nyear: 2024\nunit: xa-gia-cat\nmovements:\n  \
                 - {{name: Một phong trào, from: {date}, collectives: 1, individuals: 10}}\n"
            ),
        );
        let others = fs::read_dir(workspace.path("data/2024/results")).expect("a folder");
        for entry in others
            .flatten()
            .filter(|entry| entry.file_name() != "xa-gia-cat.yaml")
        {
            fs::remove_file(entry.path()).expect("removed");
        }
        warnings(&workspace.run(&["check", report])).contains(&"results-after-day".to_owned())
    };
    assert!(with("2024-06-24"));
    assert!(!with("2024-06-28"), "after its own date");
    assert!(!with("2024-09-01"), "after its period");
    assert!(!with("2024-06-20"), "on its day");
}

#[test]
fn warnings_are_kept_and_told_again_and_nothing_is_made_for_them() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/h1.yaml";
    let first = workspace.run(&["build", "2024"]);
    assert_eq!(first.code, 0, "{}", first.err);
    let told = warnings(&first);
    assert!(told.contains(&"results-after-day".to_owned()), "{told:?}");
    let stamp = |name: &str| {
        let file = fs::metadata(workspace.path(name)).expect("there");
        file.modified().expect("a time")
    };
    let before = stamp("out/2024/reports/h1.pdf");
    for words in [&["build", "2024"][..], &["build", report], &["build", report]] {
        let again = workspace.run(words);
        assert_eq!((again.code, again.out.as_str()), (0, ""), "{}", again.err);
        let told: Vec<String> = told
            .iter()
            .filter(|code| {
                words.len() == 2 && words[1] == "2024" || *code == "results-after-day"
            })
            .cloned()
            .collect();
        let found = warnings(&again);
        assert!(told.iter().all(|code| found.contains(code)), "{told:?} {found:?}");
        assert!(again.err.contains("as_of: 2024-06-20"), "with its line: {}", again.err);
    }
    // In the other language, too.
    let again = workspace.run(&["build", "2024", "--lang", "vi"]);
    assert!(again.err.contains("cảnh báo[results-after-day]"), "{}", again.err);
    assert_eq!(stamp("out/2024/reports/h1.pdf"), before);
    // A lost result is noticed, and a warning whose reason is gone is told no more.
    fs::remove_file(workspace.path("out/2024/units/xa-gia-cat.pdf")).expect("was there");
    assert_eq!(workspace.run(&["build", "2024"]).out.lines().count(), 1);
    set(&workspace, report, "as_of", "2024-06-30");
    let run = workspace.run(&["build", "2024"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    let about = run.err.matches("data/2024/reports/h1.yaml").count();
    assert!(about <= 1, "at most that the signature is lonely: {}", run.err);
}

#[test]
fn a_note_on_the_last_run_hides_no_change() {
    let workspace = Workspace::of_office();
    let build = |words: &[&str]| workspace.run(&[&["build", "2024"], words].concat());
    assert_eq!(build(&[]).code, 0);
    assert_eq!(build(&[]).out, "");
    // Another request is another one.
    assert!(build(&["--format", "svg"]).out.lines().count() > 30);
    assert!(build(&["--draft"]).out.lines().count() > 30);
    assert!(build(&["--force"]).out.lines().count() > 30);
    // Data, templates, settings, a file that is new, one that is gone.
    workspace.write("templates/unit-plan.typ.j2", "{% include \"plan.typ.j2\" %}\n");
    assert_eq!(build(&[]).code, 0);
    workspace.write("data/settings.yaml", "paragraph_spacing: 7\n");
    assert!(build(&[]).out.lines().count() > 30);
    workspace.write("data/2024/results/xa-gia-cat.ods", "x");
    assert_eq!(build(&[]).code, 0);
    fs::remove_file(workspace.path("data/2024/units/xa-gia-cat.yaml")).expect("was there");
    let run = build(&[]);
    assert!(run.err.contains("33 documents are up to date"), "34 before: {}", run.err);
    // What failed is told every time.
    workspace.replace("data/2024/plan.yaml", "filing: VT, NV", "filing: ~");
    for _ in 0..2 {
        let run = build(&[]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("error[empty-value]"), "{}", run.err);
    }
}
