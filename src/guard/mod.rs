//! Documents are kept within limits of time and memory, whatever their templates do.
//!
//! The typesetter cannot be interrupted: in a loop without end it calls nothing of ours, memory that it
//! has asked for cannot be taken back, and memory that the system does not have ends the process. So
//! the work is done in a second process of the same program. It says line by line (`message`) what is to
//! be printed and which documents it is at; one thread of it watches the clock and the memory (`watched`).
//! The first process (`front`) prints. When a document goes beyond a limit, it ends the second one and
//! starts another, which leaves that document out and goes on with the others.
//!
//! Where no second process can be started, the work is done in the first, without limits.

mod front;
mod message;
mod watched;

pub use front::{Front, Stop};
pub use message::{At, Limit, Product, Stopped};
pub use watched::{Guard, Said, Saying, WatchedWork};

/// The variable of the environment by which the program knows that it is the second process.
pub const SECOND: &str = "VANTHU_SECOND";

/// How many documents of a kind one line of a template may stop before the rest of the kind is left
/// out too: each costs the whole limit of time.
const ENOUGH: usize = 3;
