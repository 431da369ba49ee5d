use super::{
    AuditError,
    line::{CommandLine, FORMAT, Line, VERSION},
    writer::{Moved, Running},
};
use crate::schema::CommandRow;
use std::{io, sync::Arc};
use wms_core::{
    audit::Recorded,
    flow::FlowGraph,
    ids::{CommandKey, TenantId},
};

/// Gives the next line without its end; none: there are no more.
pub(crate) type Lines = Box<dyn FnMut() -> io::Result<Option<String>> + Send>;

/// A command as the stream has it.
pub(crate) struct Entry {
    pub(crate) row: CommandRow,
    pub(crate) events: Vec<Recorded>,
    /// The line its first event stands on.
    pub(crate) line: usize,
}

/// What follows in a stream.
pub(crate) enum Message {
    Graph(Arc<FlowGraph>),
    Command(Box<Entry>),
}

/// Reads the lines of a log and holds them to their form and their hash.
pub(crate) struct Reader {
    lines: Lines,
    tenant: TenantId,
    count: usize,
    running: Running,
    moved: Moved,
    /// A command whose last event may not have come yet, with its line, to compare with the next.
    open: Option<(CommandLine, Box<Entry>)>,
    ended: bool,
}

impl Reader {
    /// Reads the first line.
    pub(crate) fn begin(tenant: TenantId, lines: Lines) -> Result<Self, AuditError> {
        let mut reader = Self {
            lines,
            tenant,
            count: 0,
            running: Running::default(),
            moved: Moved::default(),
            open: None,
            ended: false,
        };
        let first = reader.line()?;
        if first.format.as_deref() != Some(FORMAT) || first.v != Some(VERSION) {
            let why = format!("not the first line of a log of form `{FORMAT}` {VERSION}");
            return Err(reader.unreadable(why));
        }
        let found = first.tenant.unwrap_or_default();
        if found != tenant.to_string() {
            let expected = tenant;
            return Err(AuditError::OtherTenant { found, expected });
        }
        Ok(reader)
    }

    /// The next graph or command; none: it ended as it should.
    pub(crate) fn next(&mut self) -> Result<Option<Message>, AuditError> {
        while !self.ended {
            let before = self.running.text();
            let line = self.line()?;
            let finished = match line {
                Line {
                    graph: Some(text), ..
                } => {
                    let graph = FlowGraph::parse(&text);
                    let graph = graph.map_err(|error| self.unreadable(error.to_string()))?;
                    return Ok(Some(Message::Graph(Arc::new(graph))));
                }
                Line {
                    command: Some(command),
                    n,
                    event,
                    chain,
                    ..
                } => {
                    let event = match (n, event, chain) {
                        (Some(n), Some(event), Some(chain)) => Some((n, event, chain)),
                        (None, None, None) => None,
                        _ => return Err(self.unreadable("an event in part".to_owned())),
                    };
                    self.event(command, event)?
                }
                Line { end: Some(end), .. } => {
                    let same = end.sha256 == before
                        && (end.commands, end.events) == (self.moved.commands, self.moved.events);
                    if !same {
                        return Err(self.altered("the lines are not those that were exported"));
                    }
                    self.ended = true;
                    if (self.lines)()?.is_some() {
                        return Err(self.altered("more follows behind the last line"));
                    }
                    self.open.take().map(|(_, entry)| entry)
                }
                _ => return Err(self.unreadable("neither graph, event nor end".to_owned())),
            };
            if let Some(entry) = finished {
                return Ok(Some(Message::Command(entry)));
            }
        }
        Ok(None)
    }

    /// How much was read.
    pub(crate) const fn moved(&self) -> Moved {
        self.moved
    }

    /// Adds an event to the open command, or opens the next one; the one before it is finished then.
    fn event(
        &mut self,
        command: CommandLine,
        event: Option<(
            usize,
            Box<serde_json::value::RawValue>,
            Vec<super::line::LinkLine>,
        )>,
    ) -> Result<Option<Box<Entry>>, AuditError> {
        let continues = self
            .open
            .as_ref()
            .is_some_and(|(open, _)| open.key == command.key);
        let mut finished = None;
        if !continues {
            finished = self.open.take().map(|(_, entry)| entry);
            self.moved.commands += 1;
            let row = command.clone().into_row(self.tenant);
            let row = row.ok_or_else(|| self.unreadable("a command that is none".to_owned()))?;
            let entry = Entry {
                row,
                events: Vec::new(),
                line: self.count,
            };
            self.open = Some((command.clone(), Box::new(entry)));
        }
        let Some((open, mut entry)) = self.open.take() else {
            return Ok(finished);
        };
        if open != command {
            return Err(self.altered("the command is not the one on the line before"));
        }
        if let Some((n, event, chain)) = event {
            if n != entry.events.len() {
                return Err(self.altered("an event of the command is missing or out of order"));
            }
            let chain: Option<Vec<_>> = chain
                .into_iter()
                .map(super::line::LinkLine::into_entry)
                .collect();
            let (Some(chain), Some((actor, times))) =
                (chain, entry.row.actor().ok().zip(entry.row.times()))
            else {
                return Err(self.unreadable("an event that is none".to_owned()));
            };
            let place = (CommandKey::new(command.key), n);
            let text = event.get().into();
            entry
                .events
                .push(Recorded::from_parts(place, actor, times, text, chain));
            self.moved.events += 1;
        } else if continues {
            return Err(self.altered("the command stands there twice"));
        }
        self.open = Some((open, entry));
        Ok(finished)
    }

    fn line(&mut self) -> Result<Line, AuditError> {
        let Some(text) = (self.lines)()? else {
            return Err(AuditError::Truncated { lines: self.count });
        };
        self.count += 1;
        let line =
            serde_json::from_str(&text).map_err(|error| self.unreadable(error.to_string()))?;
        self.running.take(text.as_bytes());
        Ok(line)
    }

    fn unreadable(&self, why: String) -> AuditError {
        AuditError::Unreadable {
            line: self.count,
            why,
        }
    }

    fn altered(&self, why: &str) -> AuditError {
        AuditError::Altered {
            line: self.count,
            why: why.to_owned(),
        }
    }
}
