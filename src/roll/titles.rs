//! What a clerk calls tasks by: their number in the plan, and how they begin.
//!
//! In go tasks, or the file that has them; out come their titles by their ids, which no clerk reads.

use std::collections::BTreeMap;

use crate::diag::FileId;
use crate::form::words_of_task;
use crate::papers::{Content, Task, Text};
use crate::yaml::{Node, normalised, parse};

/// How many words of a task are its title.
const WORDS: usize = 8;

/// What a task is called by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskTitle {
    /// Its number in the plan, as printed; none where it has another number in every plan that is told of.
    pub number: Option<usize>,
    /// How it begins.
    pub beginning: String,
}

/// What the tasks of a paper are called by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskTitles(BTreeMap<String, TaskTitle>);

impl TaskTitles {
    /// Those of a paper's tasks.
    pub(crate) fn of_tasks(tasks: &[Task]) -> Self {
        let words = |task: &Task| match &task.content {
            Content::Text(text) => text.letters(),
            Content::Items(items) => items.first().map(Text::letters).unwrap_or_default(),
        };
        Self::of(tasks.iter().map(|task| (task.id.0.clone(), words(task))))
    }

    /// Those of a file's tasks.
    pub(crate) fn of_file(text: &str, file: FileId) -> Self {
        parse(text, file).map_or_else(|_| Self::default(), |root| Self::of_root(&root))
    }

    /// Those of the tasks in a file's tree.
    pub(crate) fn of_root(root: &Node) -> Self {
        let tasks = root.entry("tasks").map(|tasks| tasks.items()).unwrap_or_default();
        // They are printed by quarter.
        let mut tasks: Vec<&Node> = tasks.iter().collect();
        tasks.sort_by_key(|task| task.scalar_of("quarter"));
        Self::of(tasks.into_iter().filter_map(|task| {
            let first = words_of_task(task).into_iter().next();
            let words = first.and_then(|leaf| leaf.node.scalar());
            let words = words.map(|text| Text::parse(&normalised(text)).letters());
            Some((task.scalar_of("id")?.to_owned(), words.unwrap_or_default()))
        }))
    }

    fn of(tasks: impl Iterator<Item = (String, String)>) -> Self {
        let title = |(at, (id, words)): (usize, (String, String))| {
            let number = Some(at + 1);
            (id, TaskTitle { number, beginning: beginning(&words) })
        };
        Self(tasks.enumerate().map(title).collect())
    }

    /// These, and others of tasks that are not among them.
    #[must_use]
    pub(crate) fn or(mut self, others: Self) -> Self {
        for (id, title) in others.0 {
            self.0.entry(id).or_insert(title);
        }
        self
    }

    /// That of a task.
    pub(crate) fn get(&self, id: &str) -> Option<&TaskTitle> {
        self.0.get(id).filter(|title| !title.beginning.is_empty())
    }
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    let first = first.join(" ");
    match words.next() {
        Some(_) => format!("{}…", first.trim_end_matches([',', ';', ':', '.'])),
        None => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    #[test]
    fn tasks_are_called_by_number_and_beginning() {
        let text = "tasks:\n  - id: one\n    text: Ban hành **Kế hoạch** công tác thi đua, khen thưởng năm\n  \
                    - id: two\n    items: [Tổng hợp, Trình]\n";
        let file = Sources::default().add("plan.yaml", text);
        let titles = TaskTitles::of_file(text, file);
        let title = |id: &str| {
            let title = titles.get(id).expect("a title");
            (title.number, title.beginning.as_str())
        };
        assert_eq!(title("one"), (Some(1), "Ban hành Kế hoạch công tác thi đua…"));
        assert_eq!(title("two"), (Some(2), "Tổng hợp"));
        assert_eq!(titles.get("three"), None);
    }
}
