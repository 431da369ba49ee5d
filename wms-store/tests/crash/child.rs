//! A process of its own that is killed.
use crate::common::chance::Chance;
use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use uuid::Uuid;
use wms_core::ids::TenantId;

/// What a child does.
type Task = fn(&Order);

const TASK: &str = "WMS_CRASH_CHILD";

/// What a child is told, and what its parent still knows after its end.
pub(crate) struct Order {
    pub(crate) url: String,
    pub(crate) tenant: TenantId,
    pub(crate) seed: u64,
}

/// A child that is no more, and what it had said.
pub(crate) struct Killed {
    pub(crate) order: Order,
    pub(crate) acknowledged: Vec<String>,
}

impl Killed {
    /// Starts a child, lets it get under way, and kills it some time after.
    pub(crate) fn after_some_time(task: &str, url: &str, seed: u64) -> Self {
        let order = Order {
            url: url.to_owned(),
            tenant: TenantId::new(Uuid::now_v7()),
            seed,
        };
        let mut child = start(task, &order);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.find(|line| line.as_ref().unwrap().ends_with("ready"));
        assert!(ready.is_some(), "the child ended before it began");
        let mut acknowledged = Vec::new();
        let mut chance = Chance::of(u64::try_from(order.tenant.as_uuid().as_u128() >> 66).unwrap());
        let (first, pause) = (chance.below(40), chance.below(20_000));
        let said =
            |line: std::io::Result<String>| line.unwrap().strip_prefix("done ").map(str::to_owned);
        acknowledged.extend(
            lines
                .by_ref()
                .filter_map(said)
                .take(first.try_into().unwrap()),
        );
        thread::sleep(Duration::from_micros(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had said before it was killed still stands in the pipe; half a line was not said.
        acknowledged.extend(
            lines
                .map_while(Result::ok)
                .filter_map(|line| said(Ok(line))),
        );
        Self {
            order,
            acknowledged,
        }
    }
}

fn start(task: &str, order: &Order) -> Child {
    let told = format!("{task} {} {} {}", order.url, order.tenant, order.seed);
    Command::new(env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, told)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Does the task this process was started for, if it was.
pub(crate) fn serve(tasks: &[(&str, Task)]) {
    let Ok(told) = env::var(TASK) else { return };
    let mut told = told.split(' ');
    let mut next = || told.next().unwrap();
    let (name, url) = (next(), next().to_owned());
    let (tenant, seed) = (next().parse().unwrap(), next().parse().unwrap());
    let (_, act) = tasks.iter().find(|(task, _)| *task == name).unwrap();
    act(&Order { url, tenant, seed });
}

/// Says that the work begins.
pub(crate) fn ready() {
    say("ready");
}

/// Says that a command was acknowledged: one whole line, at once.
pub(crate) fn done(what: &str) {
    say(&format!("done {what}"));
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}
