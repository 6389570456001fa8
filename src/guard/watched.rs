//! The second process: it does the work, says what it is at, and watches itself.

use std::collections::BTreeMap;
use std::io::{self, BufRead, LineWriter, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::message::{At, BarMessage, Limit, Message, Orders, Product, STOP, Stopped, Stream};
use crate::console::{Bars, Console, Progress};
use crate::office::Limits;
use crate::wording::Wording;

/// How often the clock and the memory are looked at.
const EVERY: Duration = Duration::from_millis(20);

/// The most time that passes between two looks as far as documents are concerned: what the program
/// sleeps through, they do not.
const MOST: Duration = Duration::from_secs(1);

/// How long a document is traced at most: where it is by then is where it stays. One that took just
/// too long is caught at half its time.
const TRACED: Duration = Duration::from_secs(10);

/// Finds out where a document is.
type Locate = Box<dyn FnMut() -> Option<At> + Send>;

/// Keeps documents within their limits; or does not, where nobody is there to go on after one.
#[derive(Clone)]
pub struct Guard(Option<Arc<Inner>>);

struct Inner {
    orders: Orders,
    state: Mutex<WatchState>,
}

#[derive(Default)]
struct WatchState {
    /// Whether the watch has begun.
    watched: bool,
    /// How long it has lasted.
    clock: Duration,
    /// The documents that are worked on, with the time of the clock at their beginning.
    at_work: BTreeMap<String, Duration>,
    /// What tells where the document is that is traced, while it is.
    locate: Option<Locate>,
}

impl Guard {
    /// One that lets everything pass.
    pub fn none() -> Self {
        Self(None)
    }

    /// In the second process: that of the first one's orders; none when there are none. When the first
    /// process says so, `stop` is set; when it is gone, `orphaned` ends this one.
    pub fn second(stop: Arc<AtomicBool>, orphaned: fn()) -> Option<Self> {
        let mut line = String::new();
        io::stdin().read_line(&mut line).ok()?;
        let orders = serde_json::from_str(&line).ok()?;
        let listen = move || {
            for line in io::stdin().lock().lines().map_while(Result::ok) {
                stop.fetch_or(line == STOP, Ordering::Relaxed);
            }
            orphaned();
        };
        thread::Builder::new().spawn(listen).ok()?;
        let state = Mutex::new(WatchState::default());
        Some(Self(Some(Arc::new(Inner { orders, state }))))
    }

    fn orders(&self) -> Option<&Orders> {
        self.0.as_deref().map(|inner| &inner.orders)
    }

    /// The second process's console: the first one prints.
    pub fn console<'a>(
        &self,
        (out, err): (&'a mut Said, &'a mut Said),
        wording: &'a Wording,
    ) -> Console<'a> {
        let orders = self.orders();
        let bar = orders.is_some_and(|orders| orders.bar);
        Console {
            out,
            err,
            wording,
            styled: orders.is_some_and(|orders| orders.styled),
            bar: if bar { Bars::Told(say_progress) } else { Bars::None },
        }
    }

    /// Tells the first process that all is done.
    pub fn done(&self, code: u8) {
        say(&Message::Done(code));
    }

    /// How many documents are worked on at once, of those that are wanted.
    pub fn jobs(&self, wanted: usize) -> usize {
        if self.orders().is_some_and(|orders| orders.alone) { 1 } else { wanted }
    }

    /// The only document that this process is for, as it is to find out where that one is stopped.
    pub fn traced(&self) -> Option<&str> {
        self.orders()?.traced.as_deref()
    }

    /// Begins to watch: what the process holds now is no document's.
    pub fn keep(&self, limits: Limits) {
        let Some(inner) = &self.0 else { return };
        let mut state = inner.state();
        if std::mem::replace(&mut state.watched, true) {
            return;
        }
        let watcher = inner.clone();
        let base = memory();
        // Without a thread there are no limits, but all the work.
        let _ = thread::Builder::new().spawn(move || watcher.watch(limits, base));
    }

    /// Begins a document of a kind.
    ///
    /// # Errors
    /// When it was stopped before, or so many of its kind were that it is not tried.
    pub fn begin(&self, unit: &str, kind: &str) -> Result<WatchedWork<'_>, Box<Stopped>> {
        let Some(inner) = &self.0 else {
            return Ok(WatchedWork { inner: None, unit: String::new() });
        };
        let orders = &inner.orders;
        if let Some(stopped) = orders.stopped.get(unit) {
            return Err(Box::new(stopped.clone()));
        }
        if orders.traced.as_deref().is_some_and(|traced| traced != unit) {
            let nothing = Limit::Crash(String::new());
            return Err(Box::new(Stopped { limit: nothing, at: None, untried: true }));
        }
        if let Some(stopped) = orders.given_up.get(kind)
            && !orders.made.contains_key(unit)
        {
            return Err(Box::new(Stopped { untried: true, ..stopped.clone() }));
        }
        say(&Message::Begun { unit: unit.to_owned(), kind: kind.to_owned() });
        let mut state = inner.state();
        let clock = state.clock;
        state.at_work.insert(unit.to_owned(), clock);
        Ok(WatchedWork { inner: Some(inner), unit: unit.to_owned() })
    }

    /// Tells that a document was made.
    pub fn made(&self, unit: &str, product: impl FnOnce() -> Product) {
        if self.0.is_some() {
            say(&Message::Made(unit.to_owned(), product()));
        }
    }

    /// A document that was made by an earlier process of this run, which did not live to tell of it.
    pub fn made_before(&self, unit: &str) -> Option<&Product> {
        self.orders()?.made.get(unit)
    }

    /// Tells that the file of a missing report was started.
    pub fn started(&self) {
        if self.0.is_some() {
            say(&Message::Started);
        }
    }

    /// Whether an earlier process of this run did so.
    pub fn started_before(&self) -> bool {
        self.orders().is_some_and(|orders| orders.started)
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, WatchState> {
        // Nothing is left half-done under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the clock and the memory until a document goes beyond a limit. Up to `base` bytes are no
    /// document's.
    fn watch(&self, limits: Limits, base: u64) -> ! {
        let is_traced = self.orders.traced.is_some();
        let allowed = if is_traced { (limits.time() / 2).min(TRACED) } else { limits.time() };
        let mut last = Instant::now();
        loop {
            thread::sleep(EVERY);
            let grown = memory().saturating_sub(base);
            let mut state = self.state();
            state.clock += last.elapsed().min(MOST);
            last = Instant::now();
            let now = state.clock;
            let at = match &mut state.locate {
                Some(locate) => locate(),
                None => None,
            };
            let late = state.at_work.iter().filter(|(_, began)| now - **began > allowed);
            let late: Vec<String> = late.map(|(unit, _)| unit.clone()).collect();
            let all = || state.at_work.keys().cloned().collect::<Vec<_>>();
            let beyond = |units, limit| Message::Beyond { units, limit, at };
            if !late.is_empty() {
                say(&beyond(late, Limit::Time));
            } else if grown > limits.bytes() && !state.at_work.is_empty() {
                say(&beyond(all(), Limit::Memory));
            } else {
                continue;
            }
            // With the lock held, no document is begun meanwhile.
            park();
        }
    }
}

/// The memory that this process holds, bytes; 0 where the system does not say.
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem as u64)
}

/// The work on a document; over when it is dropped.
pub struct WatchedWork<'a> {
    inner: Option<&'a Arc<Inner>>,
    unit: String,
}

impl WatchedWork<'_> {
    /// Whether it is to be found out where this document goes beyond a limit.
    pub fn is_traced(&self) -> bool {
        self.inner
            .is_some_and(|inner| inner.orders.traced.as_deref() == Some(self.unit.as_str()))
    }

    /// From now on, this tells where the document is.
    pub fn located_by(&self, locate: impl FnMut() -> Option<At> + Send + 'static) {
        if let Some(inner) = self.inner {
            inner.state().locate = Some(Box::new(locate));
        }
    }

    /// The document has come to its end: nobody knows why it did not before. This process has nothing
    /// more to do, and waits to be ended.
    pub fn traced(&self) {
        if self.inner.is_some() {
            say(&Message::Traced);
            park();
        }
    }
}

/// Waits to be ended by the first process.
fn park() -> ! {
    loop {
        thread::park();
    }
}

impl Drop for WatchedWork<'_> {
    fn drop(&mut self) {
        if let Some(inner) = self.inner {
            inner.state().at_work.remove(&self.unit);
            say(&Message::Ended(std::mem::take(&mut self.unit)));
        }
    }
}

/// A stream of the second process: what is written to it is said to the first, line by line.
pub type Said = LineWriter<Saying>;

/// Says what is written.
pub struct Saying(Stream);

impl Saying {
    /// The stream of results, and the other one.
    pub fn streams() -> (Said, Said) {
        (LineWriter::new(Self(Stream::Out)), LineWriter::new(Self(Stream::Err)))
    }
}

impl Write for Saying {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        say(&Message::Print(self.0, text));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Says what happens to the progress bar.
fn say_progress(progress: Progress) {
    say(&Message::Bar(match progress {
        Progress::Start(count) => BarMessage::Start(count),
        Progress::Step => BarMessage::Step,
        Progress::End => BarMessage::End,
    }));
}

/// Says a message to the first process. When that is gone, so is this one soon.
fn say(message: &Message) {
    if let Ok(mut line) = serde_json::to_vec(message) {
        line.push(b'\n');
        let mut out = io::stdout().lock();
        let _ = out.write_all(&line).and_then(|()| out.flush());
    }
}
