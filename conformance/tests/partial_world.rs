//! Every command of the suite is decided twice: by the plant in memory, and on a World that holds only what
//! the command asked for, as a store's transaction does. The answers are the same, after few rounds.
use chrono::{DateTime, Utc};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};
use wms_conformance::{Host, files, parse, run};
use wms_core::{
    actor::Permissions,
    command::{CommandType, Decision, Envelope, decide},
    error::{Code, Rejection},
    plant::{Answer, ManualClock, Plant, SequentialIds},
    world::{Changes, Stop, World},
};

/// How many commands of a type took how many rounds.
type Rounds = Rc<RefCell<BTreeMap<(u32, CommandType), u32>>>;

/// The types whose first guess may miss something: the sequence of a code hangs on the day at the site, the end of
/// a hold on the deviation behind it, the end of a run on the children of its lots. Every other command names all
/// it needs at once, and none ever asks a third time.
const TWO_ROUNDS: [CommandType; 8] = [
    CommandType::CompleteRun,
    CommandType::CreateLot,
    CommandType::CreateRun,
    CommandType::RecordReading,
    CommandType::RegisterLot,
    CommandType::ResolveHold,
    CommandType::Transform,
    CommandType::UpdateBuffer,
];

struct Twice {
    plant: Plant,
    clock: ManualClock,
    rounds: Rounds,
}

impl Twice {
    /// Decides on what was asked for, and nothing else.
    fn decide_like_a_store(&self, envelope: &Envelope) -> Result<Box<Changes>, Rejection> {
        let mut world = World::partial(self.plant.world().tenant());
        let mut wanted = envelope.footprint();
        let mut round = 0;
        loop {
            round += 1;
            assert!(
                round <= 8,
                "always wants more: {wanted:?} for {}",
                envelope.to_json()
            );
            wanted
                .iter()
                .for_each(|claim| world.supply(&claim.key, self.plant.world()));
            let decided = decide(
                &world,
                envelope,
                None,
                self.plant.now(),
                &Permissions::default(),
            );
            if let Err(Stop::Missing(claims)) = decided {
                wanted = claims;
                continue;
            }
            let kind = envelope.command.command_type();
            *self.rounds.borrow_mut().entry((round, kind)).or_default() += 1;
            return match decided {
                Ok(Decision::Apply(changes)) => Ok(changes),
                Ok(Decision::Replay) => unreachable!("no key was claimed"),
                Err(Stop::Rejected(rejection)) => Err(*rejection),
                Err(Stop::Missing(_)) => unreachable!("asked for above"),
            };
        }
    }

    fn compare(&mut self, envelope: &Envelope) {
        let partial = self.decide_like_a_store(envelope);
        let whole = self.plant.check(envelope);
        // What a key says is the executor's to look up: the World knows nothing of it.
        let by_key = matches!(&whole, Ok(Answer { replayed: true, .. }))
            || matches!(&whole, Err(rejection) if rejection.code() == Code::IdempotencyKeyReused);
        if by_key {
            return;
        }
        let partial = partial.map(|changes| (changes.events, changes.warnings));
        let whole = whole.map(|answer| (answer.events, answer.warnings));
        assert_eq!(partial, whole, "{}", envelope.to_json());
    }
}

impl Host for Twice {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock.set(now.into());
    }

    fn execute(&mut self, envelope: &str) -> String {
        if let Ok(envelope) = Envelope::from_json(envelope) {
            self.compare(&envelope);
        }
        self.plant.execute_json(envelope)
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        self.plant.ask_json(query)
    }
}

#[test]
fn a_world_of_what_was_asked_for_answers_like_the_whole_one() {
    let rounds = Rounds::default();
    let scripts = files::find(&files::suite()).unwrap();
    for path in &scripts {
        let script = parse(&std::fs::read_to_string(path).unwrap()).unwrap();
        let clock = ManualClock::at(script.clock.into());
        let plant = Plant::new(clock.clone(), SequentialIds::default());
        let mut host = Twice {
            plant,
            clock,
            rounds: Rc::clone(&rounds),
        };
        if let Err(failure) = run(&script, &mut host) {
            panic!("{}: {failure}", path.display());
        }
    }
    let rounds = rounds.borrow();
    println!("commands by rounds: {rounds:?}");
    for (round, kind) in rounds.keys() {
        let most = if TWO_ROUNDS.contains(kind) { 2 } else { 1 };
        assert!(*round <= most, "{} took {round} rounds", kind.as_str());
    }
}
