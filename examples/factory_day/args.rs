//! The program's arguments.
use crate::generate::LOTS;
use crate::problem::Failure;
use std::path::PathBuf;

/// What the program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Args {
    /// Another plant's files.
    pub(crate) data: Option<PathBuf>,
    /// A generated day of about so many lots.
    pub(crate) lots: Option<u32>,
    /// Where the generated files go; nothing is run then.
    pub(crate) write: Option<PathBuf>,
    /// Where the day is kept.
    pub(crate) store: Option<String>,
    /// Where the page goes.
    pub(crate) out: Option<PathBuf>,
    /// The lot to recall.
    pub(crate) recall: Option<String>,
    /// The shipment to draw.
    pub(crate) shipment: Option<String>,
    pub(crate) help: bool,
}

/// Where the day is kept unless told.
pub(crate) const STORE: &str = "sqlite:factory_day.db";

/// What `--help` prints.
pub(crate) const USAGE: &str = "\
A day of a plant, from its files to a report and a picture.

usage: factory_day [OPTIONS]

  --data DIR        run the files of another plant (default: the committed day)
  --lots N          run a generated day of about N lots instead (200 to 1 000 000)
  --write DIR       write the generated files into DIR and stop
  --store URL       where the day is kept: sqlite:PATH, sqlite::memory:, postgres://…,
                    or memory (default: sqlite:factory_day.db); what is there already
                    is not done again, other files are another tenant
  --recall CODE     the lot to recall (default: a delivery of meat that left to consignees)
  --shipment CODE   the shipment to draw (default: the first the recalled lot is in)
  --out PATH        where the page goes, a file or a folder
                    (default: genealogy-<shipment>.html here)
  --help            this text

exit status: 0 when the day ran, 1 when its files or a rule stopped it, 2 for wrong arguments";

impl Args {
    /// Reads the arguments after the program's name.
    pub(crate) fn read(mut given: impl Iterator<Item = String>) -> Result<Self, Failure> {
        let mut args = Self::default();
        while let Some(name) = given.next() {
            let mut value = || {
                let missing = || Failure::Usage(format!("`{name}` needs a value"));
                given.next().ok_or_else(missing)
            };
            match name.as_str() {
                "--data" => args.data = Some(value()?.into()),
                "--lots" => args.lots = Some(count(&value()?)?),
                "--write" => args.write = Some(value()?.into()),
                "--store" => args.store = Some(value()?),
                "--out" => args.out = Some(value()?.into()),
                "--recall" => args.recall = Some(value()?),
                "--shipment" => args.shipment = Some(value()?),
                "--help" | "-h" => args.help = true,
                _ => return Err(Failure::Usage(format!("unknown argument `{name}`"))),
            }
        }
        if args.data.is_some() && (args.lots.is_some() || args.write.is_some()) {
            let why = "`--data` runs files that are there, `--lots` and `--write` make some";
            return Err(Failure::Usage(why.to_owned()));
        }
        Ok(args)
    }
}

fn count(text: &str) -> Result<u32, Failure> {
    let count = text.parse().ok().filter(|count| LOTS.contains(count));
    let (least, most) = (LOTS.start(), LOTS.end());
    let why = || {
        Failure::Usage(format!(
            "`--lots {text}`: a whole number from {least} to {most}"
        ))
    };
    count.ok_or_else(why)
}
