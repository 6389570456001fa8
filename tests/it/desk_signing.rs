//! Who signs: the offices above a name, of committees and of persons.

use std::fs;

use crate::desk::repository_copy;
use crate::page::{Line, Paper};
use crate::workspace::{Workspace, repository};

/// The lines of the signature block, by the signer's name or, where it is blank, by the offices.
fn office_lines(paper: &Paper) -> Vec<String> {
    let is_office = |line: &&Line| {
        let text = line.text.trim();
        line.bold
            && line.x > 250.0
            && ["TM. ", "KT. ", "TL. ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG"]
                .iter()
                .any(|word| text.starts_with(word))
    };
    let lines = paper.lines().map(|(_, line)| line).filter(is_office);
    lines.map(|line| line.text.trim().to_owned()).collect()
}

#[test]
fn a_committees_paper_is_signed_on_its_behalf_and_a_persons_is_not() {
    let workspace = repository_copy();
    assert_eq!(workspace.run(&["build", "2024"]).code, 0);
    let signed = |name: &str| {
        office_lines(&Paper::read(&workspace.path(&format!("out/2024/{name}.pdf"))))
    };
    let committee = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];
    assert_eq!(signed("reports/h1"), committee);
    assert_eq!(signed("launches/phong-trao-nam"), committee);
    assert_eq!(signed("launches/hoang-van-thu/cum-xa-thi-tran"), committee);
    assert_eq!(signed("units/xa-gia-cat"), committee);
    assert_eq!(signed("units/phong-noi-vu"), ["TRƯỞNG PHÒNG"]);
    // As it was issued, which its data say.
    assert_eq!(signed("plan"), ["CHỦ TỊCH"]);
    let launch = "data/2024/launches/phong-trao-nam.yaml";
    workspace.replace(launch, "form: plan ", "form: speech ");
    workspace.replace(launch, "number: ~\n", "");
    let text = fs::read_to_string(workspace.path(launch)).expect("there");
    let (text, _) = text.split_once("recipients:").expect("recipients");
    workspace.write(launch, format!("{text}signer: chu-tich\n"));
    let run = workspace.run(&["build", launch]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(
        signed("launches/phong-trao-nam"),
        ["CHỦ TỊCH"],
        "a speech is the speaker's own"
    );
}

#[test]
fn whoever_signs_a_committees_paper_keeps_tm() {
    let workspace = Workspace::with_results();
    let report = "data/2024/reports/q1.yaml";
    workspace.replace(
        "data/agencies.yaml",
        "        name: Nguyễn Duy Anh\n",
        "        name: Nguyễn Duy Anh\n      \
         - {id: pho, office: Phó Chủ tịch, authority: KT. Chủ tịch, name: Trần Văn An}\n      \
         - {id: truong-phong, office: Trưởng phòng, authority: TL. Chủ tịch, name: Lê Thị Bình}\n",
    );
    let signed = |signer: &str, more: &str| {
        let text = fs::read_to_string(repository().join(report)).expect("there");
        workspace.write(
            report,
            text.replace("signer: chu-tich", &format!("{more}signer: {signer}")),
        );
        let run = workspace.run(&["build", report]);
        assert_eq!(run.code, 0, "{}", run.err);
        office_lines(&Paper::read(&workspace.path("out/2024/reports/q1.pdf")))
    };
    let tm = "TM. ỦY BAN NHÂN DÂN";
    assert_eq!(signed("pho", ""), [tm, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(signed("truong-phong", ""), [tm, "TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"]);
    assert_eq!(signed("pho", "competence: head\n"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(signed("chu-tich", "competence: collective\n"), [tm, "CHỦ TỊCH"]);
}

#[test]
fn an_agency_under_one_head_has_no_collective() {
    let workspace = Workspace::of_office();
    let plan = "data/2024/units/phong-noi-vu.yaml";
    workspace.replace(plan, "signer:", "competence: collective\nsigner:");
    let run = workspace.run(&["check", plan]);
    assert!(run.err.contains("error[no-collective]"), "{}", run.err);
}
