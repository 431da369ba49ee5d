use super::line::{CommandLine, EndLine, FORMAT, Line, LinkLine, VERSION};
use crate::{
    error::Error,
    schema::{ChainRow, CommandRow, EventRow},
};
use serde_json::value::RawValue;
use wms_core::{audit::Digest, error::Rejection, ids::TenantId};

/// Takes a line with its end; false: no more can be written.
pub(crate) type Sink = Box<dyn FnMut(&str) -> bool + Send>;

/// How much was exported, or rebuilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Moved {
    /// How many commands, those without events included.
    pub commands: u64,
    /// How many events.
    pub events: u64,
}

/// Writes the lines of a log.
pub(crate) struct Writer {
    sink: Sink,
    running: Running,
    moved: Moved,
}

/// The hash of all lines so far: that of the hash before and the line.
#[derive(Debug, Default)]
pub(super) struct Running(Digest);

impl Running {
    pub(super) fn take(&mut self, line: &[u8]) {
        self.0 = Digest::of_parts([self.0.as_bytes().as_slice(), line]);
    }

    pub(super) fn text(&self) -> String {
        self.0.to_string()
    }
}

impl Writer {
    pub(crate) fn begin(tenant: TenantId, sink: Sink) -> Result<Self, Error> {
        let mut writer = Self {
            sink,
            running: Running::default(),
            moved: Moved::default(),
        };
        writer.line(&Line {
            format: Some(FORMAT.to_owned()),
            v: Some(VERSION),
            tenant: Some(tenant.to_string()),
            ..Line::default()
        })?;
        Ok(writer)
    }

    pub(crate) fn graph(&mut self, graph: String) -> Result<(), Error> {
        let graph = Some(graph);
        self.line(&Line {
            graph,
            ..Line::default()
        })
    }

    /// A command with its events and their links, both in order.
    pub(crate) fn command(
        &mut self,
        row: &CommandRow,
        events: Vec<(EventRow, Vec<ChainRow>)>,
    ) -> Result<(), Error> {
        let command = CommandLine::of(row)?;
        self.moved.commands += 1;
        if events.is_empty() {
            return self.line(&Line {
                command: Some(command),
                ..Line::default()
            });
        }
        for (n, (event, links)) in events.into_iter().enumerate() {
            let links = links.into_iter().map(LinkLine::of);
            let of = crate::rows::Of::new("audit_events", &row.key.0);
            self.moved.events += 1;
            self.line(&Line {
                command: Some(command.clone()),
                n: Some(n),
                event: Some(RawValue::from_string(event.event).map_err(|_| of.corrupt())?),
                chain: Some(links.collect::<Result<_, _>>()?),
                ..Line::default()
            })?;
        }
        Ok(())
    }

    pub(crate) fn end(mut self) -> Result<Moved, Error> {
        let end = EndLine {
            commands: self.moved.commands,
            events: self.moved.events,
            sha256: self.running.text(),
        };
        self.line(&Line {
            end: Some(end),
            ..Line::default()
        })?;
        Ok(self.moved)
    }

    fn line(&mut self, line: &Line) -> Result<(), Error> {
        let mut text = serde_json::to_string(line).map_err(|_| Rejection::Internal {})?;
        self.running.take(text.as_bytes());
        text.push('\n');
        if (self.sink)(&text) {
            Ok(())
        } else {
            // Whoever asked knows why its writer takes no more.
            Err(Rejection::Internal {}.into())
        }
    }
}
