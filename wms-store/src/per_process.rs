use std::{
    fmt, process,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

/// How many processes, each forked by the one before, have their places side by side.
const GENERATIONS: usize = 16;

/// A value that every process makes for itself: a runtime, a lock.
///
/// A forked child has the memory of its parent's, but none of its threads: a runtime stands still there, and a lock
/// that a thread of its parent's held is never given back. So a child asks in a place of its own, and makes its own.
/// What its parent made is left alone, and never dropped.
///
/// ```
/// use wms_store::PerProcess;
///
/// static STARTED: PerProcess<std::time::Instant> = PerProcess::new();
/// let started = || STARTED.get_or_try_init(|| Ok::<_, ()>(std::time::Instant::now()));
/// assert_eq!(started(), started());
/// ```
pub struct PerProcess<T> {
    places: [Place<T>; GENERATIONS],
    more: OnceLock<Box<Self>>,
}

/// What one process has.
struct Place<T> {
    /// Whose it is; 0: nobody's yet.
    process: AtomicU32,
    making: Mutex<()>,
    value: OnceLock<T>,
}

impl<T> PerProcess<T> {
    /// Nothing is made yet, in any process.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            places: [const { Place::new() }; GENERATIONS],
            more: OnceLock::new(),
        }
    }

    /// This process's value, made where it is asked for the first time.
    ///
    /// # Errors
    /// It could not be made; the next call tries again.
    pub fn get_or_try_init<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
        self.place(process::id()).get_or_try_init(make)
    }

    fn place(&self, process: u32) -> &Place<T> {
        let here = self.places.iter().find(|place| place.is_of(process));
        here.unwrap_or_else(|| self.more.get_or_init(Box::default).place(process))
    }
}

impl<T> Default for PerProcess<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for PerProcess<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PerProcess").finish_non_exhaustive()
    }
}

impl<T> Place<T> {
    const fn new() -> Self {
        Self {
            process: AtomicU32::new(0),
            making: Mutex::new(()),
            value: OnceLock::new(),
        }
    }

    /// Whether it is the process's; one that is nobody's becomes so.
    fn is_of(&self, process: u32) -> bool {
        let swapped =
            self.process
                .compare_exchange(0, process, Ordering::AcqRel, Ordering::Acquire);
        swapped.map_or_else(|of| of == process, |_| true)
    }

    fn get_or_try_init<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
        if let Some(made) = self.value.get() {
            return Ok(made);
        }
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = self.value.get() {
            return Ok(made);
        }
        let made = make()?;
        Ok(self.value.get_or_init(|| made))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn every_process_makes_its_own_once() {
        let (values, made) = (PerProcess::new(), AtomicUsize::new(0));
        let of = |process: u32| {
            let make = || Ok::<_, ()>((process, made.fetch_add(1, Ordering::Relaxed)));
            *values.place(process).get_or_try_init(make).unwrap()
        };
        // More generations than have their places side by side.
        let processes = 1..=40;
        let first: Vec<_> = processes.clone().map(of).collect();
        assert!(
            processes
                .clone()
                .zip(&first)
                .all(|(process, value)| process == value.0)
        );
        assert_eq!(processes.map(of).collect::<Vec<_>>(), first);
        assert_eq!(made.load(Ordering::Relaxed), 40);
    }

    #[test]
    fn threads_that_ask_at_once_get_the_same() {
        let (value, made) = (PerProcess::new(), AtomicUsize::new(0));
        let ask = || {
            let make = || Ok::<_, ()>(made.fetch_add(1, Ordering::Relaxed));
            *value.get_or_try_init(make).unwrap()
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
            for thread in threads {
                assert_eq!(thread.join().unwrap(), 0);
            }
        });
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn what_could_not_be_made_is_tried_again() {
        let value = PerProcess::new();
        assert_eq!(value.get_or_try_init(|| Err("not yet")), Err("not yet"));
        assert_eq!(value.get_or_try_init(|| Ok::<_, ()>(5)), Ok(&5));
    }
}
