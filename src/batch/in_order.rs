//! Pieces of work done by several workers, their results handed over in order.
//!
//! In go a number of pieces and a function; out come the results by their numbers, each as soon as
//! all before it are there. So what a run says does not depend on how many workers it had.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// The stack of a worker, bytes. Nested layouts go deep.
const STACK: usize = 64 << 20;

/// Does `count` pieces of work with `jobs` workers, and hands the results over in order, each as
/// soon as all before it are there. When `stop` is set, what is under way is finished and nothing
/// more begun.
pub(super) fn in_order<T: Send>(
    count: usize,
    jobs: usize,
    stop: &AtomicBool,
    work: impl Fn(usize) -> T + Sync,
    mut done: impl FnMut(usize, T),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let worker = |sender: mpsc::Sender<(usize, T)>| {
        if jobs > 1 || count > 1 {
            keep_to_this_thread();
        }
        loop {
            // What has been taken is finished: a gap would hold back all that follow it.
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return;
            }
            // The receiver lives as long as the workers; if it does not, nobody listens.
            let _ = sender.send((at, work(at)));
        }
    };
    let worker = &worker;
    thread::scope(|scope| {
        let mut running = 0;
        for _ in 0..jobs.clamp(1, count.max(1)) {
            let sender = sender.clone();
            let thread = thread::Builder::new().stack_size(STACK);
            // When the system gives no more threads, those that run do the work.
            running += usize::from(thread.spawn_scoped(scope, move || worker(sender)).is_ok());
        }
        if running == 0 {
            worker(sender.clone());
        }
        drop(sender);
        let mut early: BTreeMap<usize, T> = BTreeMap::new();
        let mut told = 0;
        for (at, result) in receiver {
            early.insert(at, result);
            while let Some(result) = early.remove(&told) {
                done(told, result);
                told += 1;
            }
        }
    });
}

/// Makes the typesetter, which spreads parts of a document over threads by rayon, do them where it
/// is called. With a document to each core already, the spreading only costs: a thread would
/// wait for another, which works for a third.
fn keep_to_this_thread() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    // It fails where the thread is a pool's already; then there is nothing to do.
    let _ = pool.build();
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_whichever_is_ready_first() {
        let slow = |at: usize| {
            thread::sleep(Duration::from_millis(if at.is_multiple_of(5) { 15 } else { 0 }));
            at * 2
        };
        for jobs in [1, 3, 64] {
            let mut told = Vec::new();
            in_order(40, jobs, &AtomicBool::new(false), slow, |at, got| told.push((at, got)));
            assert_eq!(told, (0..40).map(|at| (at, at * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn when_asked_to_stop_what_is_under_way_is_finished() {
        let stop = AtomicBool::new(false);
        let mut told = 0;
        in_order(
            1_000,
            1,
            &stop,
            |at| stop.store(at == 9, Ordering::Relaxed),
            |_, ()| told += 1,
        );
        assert_eq!(told, 10);
    }
}
