//! `data/agencies.yaml` and `data/agencies/*.yaml`: the agencies, their letterheads and signers.
//!
//! Several files, so that each level of an office keeps its own; an id stands in one of them only.

use crate::diag::{Code, Diagnostic, Placed};
use crate::office::{
    Agency, AgencyId, Authority, Cluster, ClusterId, Directory, Letterhead, Office, Signer,
    SignerId, Successor, collective_of,
};
use crate::values::{Context, line, validity};
use crate::yaml::{self, Fields, Node, Value, flag, id, is_id, list, parsed};

/// The agencies while their files are read, one after another.
#[derive(Default)]
pub(super) struct Gathering {
    directory: Directory,
    /// The clusters and successors that entries name; they may stand in another file.
    clusters: Vec<Placed<String>>,
    successors: Vec<Placed<String>>,
}

impl Gathering {
    /// Reads a whole file. What is sound is kept even when something else is not, so that papers are
    /// not told about unknown agencies that merely have a slip in their entry.
    pub(super) fn read(&mut self, root: &Node, cx: &mut Context<'_>) {
        let Some(mut fields) = Fields::of(root, cx) else { return self.break_all() };
        let clusters = fields.optional(cx, "clusters", |node, cx| list(node, cx, cluster));
        let agencies = fields.required(cx, "agencies", |node, cx| list(node, cx, entry));
        fields.finish(cx);
        for cluster in clusters.into_iter().flatten() {
            let known = &mut self.directory.clusters;
            if known.iter().any(|known| known.id == cluster.value.id) {
                let id = cluster.value.id.0.as_str();
                cx.report(Diagnostic::error(Code::DuplicateId, &cluster.place).with("id", id));
            }
            known.push(cluster.value);
        }
        if agencies.is_none() {
            self.break_all();
        }
        for entry in agencies.into_iter().flatten() {
            match entry {
                Ok(listed) => self.add(listed, cx),
                Err(id) => {
                    if id.is_empty() {
                        self.break_all();
                    }
                    self.directory.add_broken(AgencyId(id));
                }
            }
        }
    }

    /// Notes that agencies are missing whose ids nobody knows.
    pub(super) fn break_all(&mut self) {
        self.directory.break_all();
    }

    fn add(&mut self, listed: Listed, cx: &mut Context<'_>) {
        let Listed { agency, cluster, successor } = listed;
        let (id, place) = (agency.id.0.clone(), agency.place.clone());
        if let Err(first) = self.directory.add(agency) {
            cx.report(
                Diagnostic::error(Code::DuplicateId, &place)
                    .with("id", id)
                    .related(&first.place),
            );
        }
        self.clusters.extend(cluster);
        self.successors.extend(successor);
    }

    /// All agencies, when all files are read: reports clusters and successors that nobody is, and
    /// agencies that end up succeeding themselves.
    pub(super) fn finish(self, problems: &mut Vec<Diagnostic>) -> Directory {
        let Self { directory, clusters, successors } = self;
        let unknown = clusters
            .iter()
            .filter_map(|cluster| unknown_cluster(cluster, &directory));
        let astray = successors.iter().filter_map(|id| no_successor(id, &directory));
        problems.extend(unknown.chain(astray).take(MOST_ASTRAY));
        directory
    }
}

/// The most ids of other entries about which something is wrong that are told.
const MOST_ASTRAY: usize = 100;

/// An agency, or the id of one that has mistakes. Each entry stands for itself: a slip in one
/// does not take the others away.
fn entry(node: &Node, cx: &mut Context<'_>) -> Option<Result<Listed, String>> {
    Some(agency(node, cx).ok_or_else(|| {
        match &node.value {
            Value::Map(entries) => entries
                .iter()
                .find(|entry| entry.key == "id")
                .and_then(|entry| match &entry.node.value {
                    Value::Scalar(id) if is_id(id) => Some(id.clone()),
                    Value::Scalar(_)
                    | Value::Null
                    | Value::Wrong
                    | Value::List(_)
                    | Value::Map(_) => None,
                })
                .unwrap_or_default(),
            Value::Null | Value::Wrong | Value::Scalar(_) | Value::List(_) => String::new(),
        }
    }))
}

/// An agency together with the places of the ids that its entry names.
struct Listed {
    agency: Agency,
    cluster: Option<Placed<String>>,
    successor: Option<Placed<String>>,
}

fn cluster(node: &Node, cx: &mut Context<'_>) -> Option<Placed<Cluster>> {
    let mut fields = Fields::of(node, cx)?;
    let id = fields.required(cx, "id", id);
    let name = fields.required(cx, "name", line);
    let _verified = fields.optional(cx, "verified", flag);
    fields.finish(cx);
    let id = id?;
    Some(Placed::new(Cluster { id: ClusterId(id.value), name: name? }, id.place))
}

/// That there is no cluster of an id.
fn unknown_cluster(cluster: &Placed<String>, directory: &Directory) -> Option<Diagnostic> {
    let known = || directory.clusters.iter().map(|known| known.id.0.as_str());
    let is_known = known().any(|id| id == cluster.value);
    (!is_known).then(|| {
        Diagnostic::error(Code::UnknownCluster, &cluster.place)
            .with("id", cluster.value.as_str())
            .suggest(&cluster.value, known())
    })
}

/// That nobody is the successor of this id, or that it leads back to itself.
fn no_successor(successor: &Placed<String>, directory: &Directory) -> Option<Diagnostic> {
    let id = AgencyId(successor.value.clone());
    let about = |code| Diagnostic::error(code, &successor.place).with("id", id.0.as_str());
    if directory.get(&id).is_none() && !directory.is_broken(&id) {
        Some(about(Code::UnknownAgency).suggest(&id.0, directory.ids()))
    } else if directory.heirs(&id).any(|heir| *heir == id) {
        Some(about(Code::SuccessorsCircle))
    } else {
        None
    }
}

fn agency(node: &Node, cx: &mut Context<'_>) -> Option<Listed> {
    let mut fields = Fields::of(node, cx)?;
    let id = fields.required(cx, "id", id);
    let name = fields.required(cx, "name", line);
    let short_name = fields.optional(cx, "short_name", line);
    let list_name = fields.optional(cx, "list_name", line);
    let cluster = fields.optional(cx, "cluster", yaml::id);
    let _verified = fields.optional(cx, "verified", flag);
    let validity = validity(&mut fields, cx);
    let successor_place = fields.place_of("successor");
    let successor = fields.optional(cx, "successor", line).map(successor);
    let collective = fields.optional(cx, "collective", line);
    let letterhead = fields.node("letterhead").map(|node| letterhead(node, cx));
    let signers = fields.node("signers").map(|node| list(node, cx, signer));
    fields.finish(cx);
    // With a slip in one signer, papers are not told that they know none.
    let signers = match signers {
        Some(signers) => signers?,
        None => Vec::new(),
    };
    report_overlaps(&signers, cx);
    let (id, name) = (id?, name?);
    let named = match &successor {
        Some(Successor::Agency(id)) => Some(Placed::new(id.0.clone(), successor_place)),
        Some(Successor::Words(_)) | None => None,
    };
    let short_name = short_name.unwrap_or_else(|| name.clone());
    let agency = Agency {
        id: AgencyId(id.value),
        collective: collective.or_else(|| collective_of(&name).map(str::to_owned)),
        cluster: cluster.as_ref().map(|cluster| ClusterId(cluster.value.clone())),
        place: id.place,
        list_name: list_name.unwrap_or_else(|| short_name.clone()),
        short_name,
        name,
        validity: validity?,
        successor,
        letterhead: match letterhead {
            Some(letterhead) => Some(letterhead?),
            None => None,
        },
        signers,
    };
    Some(Listed { agency, cluster, successor: named })
}

/// An agency by its id, or words.
fn successor(text: String) -> Successor {
    if is_id(&text) { Successor::Agency(AgencyId(text)) } else { Successor::Words(text) }
}

fn letterhead(node: &Node, cx: &mut Context<'_>) -> Option<Letterhead> {
    let mut fields = Fields::of(node, cx)?;
    let parent = fields.optional(cx, "parent", line);
    let name = fields.required(cx, "name", |node, cx| list(node, cx, line));
    let symbol = fields.required(cx, "symbol", |node, cx| {
        parsed(node, cx, "expected-symbol", |text| {
            let letters = |c: char| c.is_uppercase() || c.is_ascii_digit();
            (!text.is_empty() && text.chars().all(letters)).then(|| text.to_owned())
        })
    });
    let place = fields.required(cx, "place", line);
    fields.finish(cx);
    Some(Letterhead {
        parent,
        name: name?,
        symbol: symbol?,
        place: place?,
    })
}

fn signer(node: &Node, cx: &mut Context<'_>) -> Option<Signer> {
    let mut fields = Fields::of(node, cx)?;
    let id = fields.required(cx, "id", id);
    let title = fields.required(cx, "office", line);
    let acting = fields.optional(cx, "acting", flag);
    let authority = fields.optional(cx, "authority", authority);
    // A name may be unknown yet (`name: ~`); the key is asked for so that it is not forgotten.
    let name = fields.optional(cx, "name", line);
    let validity = validity(&mut fields, cx);
    fields.finish(cx);
    let id = id?;
    Some(Signer {
        id: SignerId(id.value),
        place: id.place,
        office: Office {
            authority,
            acting: acting.unwrap_or(false),
            title: title?,
        },
        name,
        validity: validity?,
    })
}

/// `KT. Chủ tịch`: the authority and the head in whose stead the person signs.
fn authority(node: &Node, cx: &mut Context<'_>) -> Option<(Authority, String)> {
    let line = line(node, cx)?;
    let parsed = line.split_once(". ").and_then(|(prefix, head)| {
        let kind = Authority::ALL
            .into_iter()
            .find(|kind| kind.abbreviation() == prefix)?;
        Some((kind, head.to_owned()))
    });
    if parsed.is_none() {
        cx.problems.invalid(node, "expected-authority");
    }
    parsed
}

/// Two signers of one id must not be in office on the same day.
fn report_overlaps(signers: &[Signer], cx: &mut Context<'_>) {
    for (at, signer) in signers.iter().enumerate() {
        let rival = signers[..at]
            .iter()
            .find(|rival| rival.id == signer.id && rival.validity.overlaps(&signer.validity));
        if let Some(rival) = rival {
            cx.report(
                Diagnostic::error(Code::SignersOverlap, &signer.place)
                    .with("id", signer.id.0.as_str())
                    .related(&rival.place),
            );
        }
    }
}
