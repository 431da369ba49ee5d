//! A wire between the library and PostgreSQL that listens: how often a question waits for an answer.
#![expect(clippy::indexing_slicing, reason = "tests")]
use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// How long an answer is kept back. Whatever the library sends meanwhile went without waiting for it.
const DELAY: Duration = Duration::from_millis(8);

/// What the library sent between two answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Texts that were sent as they are: BEGIN, COMMIT.
    pub(crate) plain: Vec<String>,
    /// Statements that were prepared.
    pub(crate) parsed: usize,
    /// Prepared statements that were run.
    pub(crate) bound: usize,
}

/// Turns of all connections in their order.
#[derive(Debug, Default)]
struct Log {
    turns: Vec<Turn>,
    answered: bool,
}

/// A port that leads to the server.
pub(crate) struct Proxy {
    /// Where the library connects to.
    pub(crate) url: String,
    log: Arc<Mutex<Log>>,
}

impl Proxy {
    /// Listens in front of the server of a URL, for as long as the test runs.
    pub(crate) fn before(url: &str) -> Self {
        let (head, rest) = url.rsplit_once('@').unwrap();
        let (server, database) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let log = Arc::new(Mutex::new(Log::default()));
        let (server, kept) = (server.to_owned(), Arc::clone(&log));
        thread::spawn(move || {
            for library in listener.incoming() {
                let library = library.unwrap();
                let server = TcpStream::connect(&server).unwrap();
                let ends = (library.try_clone().unwrap(), server.try_clone().unwrap());
                let (there, back) = (Arc::clone(&kept), Arc::clone(&kept));
                thread::spawn(move || questions(library, server, &there));
                thread::spawn(move || answers(ends.1, ends.0, &back));
            }
        });
        Self {
            // In plain text, also where the build could encrypt: what passes is read.
            url: format!("{head}@127.0.0.1:{port}/{database}?sslmode=disable"),
            log,
        }
    }

    /// The turns since it was asked last.
    pub(crate) fn turns(&self) -> Vec<Turn> {
        core::mem::take(&mut self.log.lock().unwrap().turns)
    }
}

fn questions(mut library: TcpStream, mut server: TcpStream, log: &Mutex<Log>) {
    let mut frames = Frames::default();
    let mut buffer = [0; 65536];
    while let Ok(count @ 1..) = library.read(&mut buffer) {
        let sent = &buffer[..count];
        {
            let mut log = log.lock().unwrap();
            if log.answered || log.turns.is_empty() {
                log.turns.push(Turn::default());
                log.answered = false;
            }
            frames.read(sent, log.turns.last_mut().unwrap());
        }
        if server.write_all(sent).is_err() {
            break;
        }
    }
    let _ = server.shutdown(Shutdown::Both);
}

fn answers(mut server: TcpStream, mut library: TcpStream, log: &Mutex<Log>) {
    let mut buffer = [0; 65536];
    while let Ok(count @ 1..) = server.read(&mut buffer) {
        thread::sleep(DELAY);
        log.lock().unwrap().answered = true;
        if library.write_all(&buffer[..count]).is_err() {
            break;
        }
    }
    let _ = library.shutdown(Shutdown::Both);
}

/// What is not read yet of a connection's messages: a letter, a length, a content; the first has no letter.
#[derive(Default)]
struct Frames {
    rest: Vec<u8>,
    begun: bool,
}

impl Frames {
    fn read(&mut self, sent: &[u8], turn: &mut Turn) {
        self.rest.extend_from_slice(sent);
        loop {
            let letter = usize::from(self.begun);
            let Some(length) = self.rest.get(letter..letter + 4) else {
                return;
            };
            let length = u32::from_be_bytes(length.try_into().unwrap());
            let end = letter + usize::try_from(length).unwrap();
            if self.rest.len() < end {
                return;
            }
            let frame: Vec<u8> = self.rest.drain(..end).collect();
            if self.begun {
                match frame[0] {
                    b'Q' => {
                        let text = String::from_utf8_lossy(&frame[5..frame.len() - 1]);
                        turn.plain.push(text.into_owned());
                    }
                    b'P' => turn.parsed += 1,
                    b'B' => turn.bound += 1,
                    _ => {}
                }
            }
            self.begun = true;
        }
    }
}
