//! The first process: it starts the second, prints what that says, and when a document goes beyond a
//! limit starts another one, which leaves it out.

use std::collections::{BTreeMap, VecDeque};
use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::message::{At, BarMessage, Limit, Message, Orders, STOP, Stopped, Stream};
use super::{ENOUGH, SECOND};
use crate::console::Console;

/// How much is kept of what the second process says to nobody, bytes: a panic's own words.
const MOST_WORDS: u64 = 64 << 10;

/// Whether the run is to stop, and the way to tell the second process.
#[derive(Clone, Default)]
pub struct Stop {
    flag: Arc<AtomicBool>,
    second: Arc<Mutex<Option<ChildStdin>>>,
}

impl Stop {
    /// Asks for a stop; whether that was asked for before.
    pub fn ask(&self) -> bool {
        let before = self.flag.swap(true, Ordering::Relaxed);
        if let Some(second) = self.second().as_mut() {
            let _ = writeln!(second, "{STOP}");
        }
        before
    }

    /// The flag itself.
    pub fn flag(&self) -> &Arc<AtomicBool> {
        &self.flag
    }

    fn second(&self) -> MutexGuard<'_, Option<ChildStdin>> {
        // Nothing is left half-done under the lock.
        self.second.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How one second process ended.
enum End {
    /// All is done, with this exit code.
    Done(u8),
    /// Documents went beyond a limit.
    Beyond(Vec<String>, Limit, Option<At>),
    /// The document that was traced came to its end.
    Traced,
    /// It ended under its hands, with these words.
    Crash(String),
}

/// The first process.
pub struct Front {
    program: PathBuf,
    orders: Orders,
    stop: Stop,
    /// How often each text was printed that later processes say again.
    printed: BTreeMap<u64, usize>,
    /// The documents that are worked on, with their kinds.
    at_work: BTreeMap<String, String>,
    /// Documents that were stopped and are to be traced, in order, with what stopped them.
    suspects: VecDeque<(String, Limit)>,
    /// The kinds of those that were stopped.
    kinds: BTreeMap<String, String>,
}

impl Front {
    /// With the file of this program, and the way to stop it.
    pub fn new(program: PathBuf, stop: Stop) -> Self {
        Self {
            program,
            orders: Orders::default(),
            stop,
            printed: BTreeMap::new(),
            at_work: BTreeMap::new(),
            suspects: VecDeque::new(),
            kinds: BTreeMap::new(),
        }
    }

    /// Has the words typed carried out by a second process; the exit code. None where none can be
    /// started: nothing is done then.
    ///
    /// # Errors
    /// When the console's streams are closed.
    pub fn carry_out(
        mut self,
        words: &[OsString],
        faulty: u8,
        console: &mut Console<'_>,
    ) -> io::Result<Option<u8>> {
        self.orders.styled = console.styled;
        self.orders.bar = console.bar.is_drawn();
        let mut closed = Ok(());
        let mut is_first = true;
        loop {
            self.orders.traced = self.suspects.front().map(|(unit, _)| unit.clone());
            self.at_work.clear();
            let second = Second::start(&self.program, words, &self.orders, &self.stop);
            let second = match second {
                Ok(second) => second,
                Err(_) if is_first => return Ok(None),
                // The first process would not outlive what is left.
                Err(error) => return lost(&error.to_string(), faulty, console),
            };
            is_first = false;
            let end = self.listen(second, console, &mut closed)?;
            if self.orders.traced.is_some() {
                self.settle(match end {
                    End::Beyond(_, _, at) => at,
                    End::Done(_) | End::Traced | End::Crash(_) => None,
                });
                continue;
            }
            match end {
                End::Traced => {}
                End::Done(code) => return closed.map(|()| Some(code)),
                End::Beyond(units, limit, _) => self.blame(units, limit),
                End::Crash(words) if self.at_work.is_empty() => {
                    return lost(&words, faulty, console);
                }
                End::Crash(words) => {
                    let units = self.at_work.keys().cloned().collect();
                    self.blame(units, Limit::Crash(words));
                }
            }
        }
    }

    /// Finds out whose fault it is, or how to find out.
    fn blame(&mut self, units: Vec<String>, limit: Limit) {
        if units.len() > 1 && limit != Limit::Time && !self.orders.alone {
            // One of them, or all together: alone it will show.
            self.orders.alone = true;
            return;
        }
        for unit in units {
            if let Some(kind) = self.at_work.get(&unit) {
                self.kinds.insert(unit.clone(), kind.clone());
            }
            self.suspects.push_back((unit, limit.clone()));
        }
    }

    /// Leaves out the document that was traced.
    fn settle(&mut self, at: Option<At>) {
        let Some((unit, limit)) = self.suspects.pop_front() else { return };
        let stopped = Stopped { limit, at, untried: false };
        let kind = self.kinds.get(&unit).cloned().unwrap_or_default();
        let like = |(other, found): &(&String, &Stopped)| {
            self.kinds.get(*other) == Some(&kind) && found.at == stopped.at
        };
        if self.orders.stopped.iter().filter(like).count() + 1 >= ENOUGH {
            self.orders.given_up.insert(kind, stopped.clone());
        }
        self.orders.stopped.insert(unit, stopped);
    }

    /// Prints what a second process says, to its end.
    fn listen(
        &mut self,
        second: Second,
        console: &mut Console<'_>,
        closed: &mut io::Result<()>,
    ) -> io::Result<End> {
        let Second { mut child, words } = second;
        let mut end = None;
        let is_heard = self.orders.traced.is_none();
        let mut bar = console.progress(0);
        let mut again = self.printed.clone();
        let lines = child.stdout.take().map(|out| BufReader::new(out).lines());
        for line in lines.into_iter().flatten().map_while(Result::ok) {
            // What is no message was printed by a library, past all that is ours.
            let Ok(message) = serde_json::from_str(&line) else { continue };
            match message {
                Message::Print(..) | Message::Bar(_) if !is_heard => {}
                Message::Print(stream, text) => {
                    if self.is_new(stream, &text, &mut again) && closed.is_ok() {
                        *closed = bar.suspend(|| print(stream, &text, console));
                    }
                }
                Message::Bar(BarMessage::Start(count)) => bar = console.progress(count),
                Message::Bar(BarMessage::Step) => bar.step(),
                Message::Bar(BarMessage::End) => bar.end(),
                Message::Begun { unit, kind } => drop(self.at_work.insert(unit, kind)),
                Message::Ended(unit) => drop(self.at_work.remove(&unit)),
                Message::Made(unit, product) => drop(self.orders.made.insert(unit, product)),
                Message::Started => self.orders.started = true,
                Message::Beyond { units, limit, at } => {
                    end = Some(End::Beyond(units, limit, at));
                    break;
                }
                Message::Traced => {
                    end = Some(End::Traced);
                    break;
                }
                Message::Done(code) => {
                    end = Some(End::Done(code));
                    break;
                }
            }
        }
        bar.end();
        if matches!(end, Some(End::Beyond(..) | End::Traced)) {
            let _ = child.kill();
        }
        *self.stop.second() = None;
        let status = child.wait();
        let words = words.and_then(|words| words.join().ok()).unwrap_or_default();
        let end = end.unwrap_or_else(|| End::Crash(last_words(&words, status)));
        if matches!(end, End::Done(_)) {
            // A panic that was caught has its own words.
            console.err.write_all(words.as_bytes())?;
        }
        Ok(end)
    }

    /// Whether a text was not printed before. What one process said, the next one says again.
    fn is_new(
        &mut self,
        stream: Stream,
        text: &str,
        again: &mut BTreeMap<u64, usize>,
    ) -> bool {
        let mut hasher = DefaultHasher::new();
        (stream, text).hash(&mut hasher);
        let sum = hasher.finish();
        if let Some(left) = again.get_mut(&sum).filter(|left| **left > 0) {
            *left -= 1;
            return false;
        }
        *self.printed.entry(sum).or_default() += 1;
        true
    }
}

/// Says that nothing more can be done.
fn lost(words: &str, faulty: u8, console: &mut Console<'_>) -> io::Result<Option<u8>> {
    console.note("second-process-lost", &[("detail", words.into())])?;
    Ok(Some(faulty))
}

fn print(stream: Stream, text: &str, console: &mut Console<'_>) -> io::Result<()> {
    match stream {
        Stream::Out => console.out.write_all(text.as_bytes()),
        Stream::Err => console.err.write_all(text.as_bytes()),
    }
}

/// What a process said last, or how it ended.
fn last_words(words: &str, status: io::Result<ExitStatus>) -> String {
    let said = words.lines().map(str::trim).find(|line| !line.is_empty());
    match (said, status) {
        (Some(line), _) => line.to_owned(),
        (None, Ok(status)) => status.to_string(),
        (None, Err(error)) => error.to_string(),
    }
}

/// A second process that runs.
struct Second {
    child: Child,
    /// What it says past its messages.
    words: Option<JoinHandle<String>>,
}

impl Second {
    /// Starts one.
    fn start(
        program: &Path,
        words: &[OsString],
        orders: &Orders,
        stop: &Stop,
    ) -> io::Result<Self> {
        let orders = serde_json::to_string(orders)?;
        let mut child = Command::new(program)
            .args(words.iter().skip(1))
            .env(SECOND, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = child.stderr.take();
        let heard = stderr.and_then(|err| thread::Builder::new().spawn(|| hear(err)).ok());
        if let Some(mut stdin) = child.stdin.take() {
            // One that has ended already is noticed by what it does not say.
            let _ = writeln!(stdin, "{orders}");
            if stop.flag.load(Ordering::Relaxed) {
                let _ = writeln!(stdin, "{STOP}");
            }
            *stop.second() = Some(stdin);
        }
        Ok(Self { child, words: heard })
    }
}

/// Reads all, and keeps the beginning.
fn hear(mut stderr: ChildStderr) -> String {
    let mut words = Vec::new();
    let _ = (&mut stderr).take(MOST_WORDS).read_to_end(&mut words);
    let _ = io::copy(&mut stderr, &mut io::sink());
    String::from_utf8_lossy(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front() -> Front {
        Front::new(PathBuf::new(), Stop::default())
    }

    fn at(line: usize) -> Option<At> {
        Some(At { name: "templates/a.typ".to_owned(), line })
    }

    /// Three documents that are worked on.
    fn at_work(front: &mut Front) -> Vec<String> {
        let units = ["a", "b", "c"].map(str::to_owned);
        for unit in &units {
            front.at_work.insert(unit.clone(), "plan".to_owned());
        }
        units.to_vec()
    }

    #[test]
    fn memory_of_several_documents_is_tried_one_by_one_before_anybody_is_blamed() {
        let mut front = front();
        let units = at_work(&mut front);
        front.blame(units, Limit::Memory);
        assert!(front.orders.alone && front.suspects.is_empty());
        front.blame(vec!["b".to_owned()], Limit::Memory);
        assert_eq!(front.suspects, [("b".to_owned(), Limit::Memory)]);
    }

    #[test]
    fn time_is_the_fault_of_each_that_took_it() {
        let mut front = front();
        let units = at_work(&mut front);
        front.blame(units[..2].to_vec(), Limit::Time);
        front.settle(at(7));
        assert_eq!(front.suspects, [("b".to_owned(), Limit::Time)]);
        let stopped = Stopped { limit: Limit::Time, at: at(7), untried: false };
        assert_eq!(front.orders.stopped.get("a"), Some(&stopped));
    }

    #[test]
    fn a_kind_is_given_up_when_enough_of_it_stop_at_one_line() {
        for (lines, given_up) in [([7, 7, 7], true), ([7, 8, 7], false)] {
            let mut front = front();
            let units = at_work(&mut front);
            front.blame(units, Limit::Time);
            for line in lines {
                front.settle(at(line));
            }
            assert_eq!(front.orders.given_up.contains_key("plan"), given_up, "{lines:?}");
        }
    }

    #[test]
    fn what_one_process_said_is_not_printed_again_when_the_next_one_says_it() {
        let mut front = front();
        let mut printed = |texts: &str| {
            let mut again = front.printed.clone();
            let new = |text: &char| front.is_new(Stream::Err, &text.to_string(), &mut again);
            texts.chars().filter(new).collect::<String>()
        };
        assert_eq!(printed("abb"), "abb");
        assert_eq!(printed("acbbb"), "cb");
        assert_eq!(printed("acbbbd"), "d");
    }
}
