//! Where a story is played: the plant, its naive ledger, and everyone who decides beside it.
use crate::{
    executors::{Batch, decide_alone},
    invariants, log, oracles,
};
use core::fmt;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use wms_conformance::graphs;
use wms_conformance::random::{Story, Teller, Transcript, Turn};
use wms_core::{
    command::Envelope,
    error::{Code, Rejection},
    flow::FlowGraph,
    ids::LotId,
    plant::{Answer, ManualClock, Plant, SequentialIds},
    world::World,
};

/// What was played.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) applied: BTreeMap<&'static str, u64>,
    pub(crate) refused: BTreeMap<&'static str, u64>,
    pub(crate) replayed: u64,
    pub(crate) rounds: BTreeMap<(u32, &'static str), u64>,
    pub(crate) stories: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Self) {
        for (mine, theirs) in [
            (&mut self.applied, &other.applied),
            (&mut self.refused, &other.refused),
        ] {
            theirs
                .iter()
                .for_each(|(name, n)| *mine.entry(name).or_default() += n);
        }
        for (rounds, n) in &other.rounds {
            *self.rounds.entry(*rounds).or_default() += n;
        }
        self.replayed += other.replayed;
        self.stories += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |counts: &BTreeMap<&str, u64>| counts.values().sum::<u64>();
        let (applied, refused) = (sum(&self.applied), sum(&self.refused));
        writeln!(
            f,
            "{} commands in {} stories: {applied} applied, {refused} refused, {} replayed",
            applied + refused + self.replayed,
            self.stories,
            self.replayed
        )?;
        writeln!(f, "rounds: {:?}", self.rounds)?;
        writeln!(f, "applied: {:?}", self.applied)?;
        write!(f, "refused: {:?}", self.refused)
    }
}

pub(crate) struct Stage {
    pub(crate) plant: Plant,
    pub(crate) teller: Teller,
    pub(crate) transcript: Transcript,
    pub(crate) tally: Tally,
    /// Every graph that was ever saved: a log names them by hash.
    pub(crate) graphs: Vec<Arc<FlowGraph>>,
    clock: ManualClock,
    batch: Batch,
    turns: usize,
}

impl Stage {
    /// The plant a story starts with.
    pub(crate) fn open(story: &Story) -> Self {
        let teller = Teller::default();
        let clock = ManualClock::at(teller.now());
        let plant = Plant::new(clock.clone(), SequentialIds::default());
        let mut stage = Self {
            batch: Batch::on(plant.world()),
            plant,
            teller,
            transcript: Transcript::of(story),
            tally: Tally::default(),
            graphs: Vec::new(),
            clock,
            turns: 0,
        };
        for envelope in stage.teller.set_up(story.first_step) {
            let answer = stage.plant.execute(&envelope).unwrap();
            stage.keep_graph(&envelope);
            stage.teller.learn(&answer.events);
        }
        stage
    }

    pub(crate) fn play(&mut self, story: &Story) -> Result<(), String> {
        for roll in &story.rolls {
            let turn = self.teller.turn(roll);
            self.clock.set(self.teller.now());
            if let Err(why) = self.turn(&turn) {
                self.transcript.break_off(&turn);
                return Err(format!("{why}\nafter {}", turn.envelope.to_json()));
            }
        }
        Ok(())
    }

    fn turn(&mut self, turn: &Turn) -> Result<(), String> {
        let envelope = &turn.envelope;
        let whole = self.plant.check(envelope);
        self.decide_beside(envelope, &whole)?;

        let (before, was) = (self.plant.log().len(), self.sampled());
        let done = self.plant.execute(envelope);
        same("a check and the command it checked", &whole, &done)?;
        self.count(envelope, &done);
        match &done {
            Err(_) => self.nothing_happened("a refused command", before, was.as_ref())?,
            Ok(answer) if answer.replayed => {
                self.nothing_happened("a repeat", before, was.as_ref())?;
            }
            Ok(answer) => self.acts_once(envelope, answer)?,
        }

        if done.is_ok() {
            self.keep_graph(envelope);
        }
        self.teller.hear(envelope, &done);
        let touched = done.as_ref().map_or_else(|_| BTreeSet::new(), touched);
        invariants::after_a_command(self, &touched)?;
        self.transcript.tell(turn, &done);
        Ok(())
    }

    /// An executor that loads what it needs, for this command alone and in a batch, decides the same.
    fn decide_beside(
        &mut self,
        envelope: &Envelope,
        whole: &Result<Answer, Rejection>,
    ) -> Result<(), String> {
        // What a key says is the executor's to look up: the World knows nothing of it.
        let by_key = matches!(whole, Ok(answer) if answer.replayed)
            || matches!(whole, Err(rejection) if rejection.code() == Code::IdempotencyKeyReused);
        if by_key {
            return Ok(());
        }
        let whole = whole.clone().map(|answer| (answer.events, answer.warnings));
        let (alone, rounds) = decide_alone(&self.plant, &self.teller.ledger, envelope)?;
        let name = envelope.command.command_type().as_str();
        *self.tally.rounds.entry((rounds, name)).or_default() += 1;
        same(
            "the whole World and one of what was asked for",
            &whole,
            &alone,
        )?;

        if self.turns.is_multiple_of(8) {
            self.batch = Batch::on(self.plant.world());
        }
        self.turns += 1;
        let batched = self.batch.decide(envelope, self.plant.now())?;
        same(
            "the whole World and a batch on one that grows",
            &whole,
            &batched,
        )
    }

    /// The World as it is, now and then: to be held against the one after a refusal.
    fn sampled(&self) -> Option<World> {
        self.turns
            .is_multiple_of(5)
            .then(|| self.plant.world().clone())
    }

    fn nothing_happened(
        &self,
        what: &str,
        before: usize,
        was: Option<&World>,
    ) -> Result<(), String> {
        let same_log = self.plant.log().len() == before;
        let same_world = was.is_none_or(|was| was == self.plant.world());
        ensure(same_log && same_world, || {
            format!("{what} changed something")
        })
    }

    /// I8: the same key never acts twice.
    fn acts_once(&mut self, envelope: &Envelope, first: &Answer) -> Result<(), String> {
        let before = self.plant.log().len();
        let again = self.plant.execute(envelope);
        let Ok(again) = again else {
            return Err(format!("I8: a repeat was refused: {again:?}"));
        };
        let same =
            again.replayed && again.events == first.events && again.warnings == first.warnings;
        ensure(same, || "I8: a repeat was answered otherwise".to_owned())?;
        self.nothing_happened("I8: a repeat", before, None)
    }

    fn keep_graph(&mut self, envelope: &Envelope) {
        let text = graphs::saved_by(&envelope.command);
        let parsed = text.map(|text| FlowGraph::parse(&text).unwrap());
        self.graphs.extend(parsed.map(Arc::new));
    }

    fn count(&mut self, envelope: &Envelope, done: &Result<Answer, Rejection>) {
        let name = envelope.command.command_type().as_str();
        match done {
            Ok(answer) if answer.replayed => self.tally.replayed += 1,
            Ok(_) => *self.tally.applied.entry(name).or_default() += 1,
            Err(rejection) => {
                *self
                    .tally
                    .refused
                    .entry(rejection.code().as_str())
                    .or_default() += 1;
            }
        }
    }

    /// What must hold at the end of every story.
    pub(crate) fn close(&self) -> Result<(), String> {
        invariants::at_the_end(self)?;
        oracles::traces_are_what_a_naive_search_finds(self)?;
        oracles::concerned_kilograms_are_what_the_formula_says(self)?;
        log::rebuilds_the_plant(self)?;
        log::verifies_and_shows_what_was_touched(self)
    }
}

/// The lots that events speak of.
fn touched(answer: &Answer) -> BTreeSet<LotId> {
    let subjects = answer.events.iter().flat_map(|event| event.subjects());
    let lots = subjects.filter_map(|subject| match subject {
        wms_core::audit::EntityRef::Lot(id) => Some(id),
        _ => None,
    });
    lots.collect()
}

pub(crate) fn ensure(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}

pub(crate) fn same<T: PartialEq + fmt::Debug>(what: &str, a: &T, b: &T) -> Result<(), String> {
    ensure(a == b, || format!("{what} differ:\n{a:?}\n{b:?}"))
}
