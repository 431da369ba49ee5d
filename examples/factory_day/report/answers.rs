//! Everything that is asked of the plant after its day.
use crate::books::Books;
use crate::day::Closed;
use crate::problem::Failure;
use std::time::{Duration, Instant as Stopwatch};
use wms_core::{
    amount::Kilograms,
    error::Rejection,
    genealogy::Direction,
    ids::LotId,
    lot::{LotStatus, LotType, Storage},
    query::{
        AuditVerification, BufferView, DeviationView, DispatchView, GetDeviation, GetRun, GetSite,
        InspectionView, Items, ListBuffers, ListDeviations, ListInspections, ListLots,
        ListReadings, LotBalance, LotView, MassBalance, MassBalanceView, Page, Pick, PickProposal,
        ReadingView, Recall, RecallView, RunBalanceView, RunView, SiteView, Trace, TraceView,
        VerifyAudit,
    },
    site::SiteCode,
};
use wms_store::Question;

/// What is asked beyond the usual.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    pub(crate) recall: Option<String>,
    pub(crate) shipment: Option<String>,
}

/// A run at the end of the day.
#[derive(Debug)]
pub(crate) struct RunAnswer {
    pub(crate) run: RunView,
    pub(crate) balance: RunBalanceView,
    /// Why it could not be completed.
    pub(crate) open: Option<Rejection>,
}

/// The plant's answers.
#[derive(Debug)]
pub(crate) struct Answers {
    pub(crate) site: SiteView,
    /// All lots, in the order they were made.
    pub(crate) lots: Vec<LotView>,
    pub(crate) buffers: Vec<BufferView>,
    pub(crate) runs: Vec<RunAnswer>,
    /// What no lot's balance explains, over all lots: nothing, ever.
    pub(crate) unaccounted: Kilograms,
    pub(crate) recall: Option<RecallView>,
    pub(crate) recall_took: Duration,
    /// Where the kilograms of the recalled lot are.
    pub(crate) recalled: Option<LotBalance>,
    /// Where the drawn shipment came from.
    pub(crate) genealogy: Option<TraceView>,
    /// Who got it.
    pub(crate) sent: Vec<DispatchView>,
    pub(crate) inspections: Vec<InspectionView>,
    pub(crate) readings: Vec<ReadingView>,
    /// Oldest first, each with the lots it affects.
    pub(crate) deviations: Vec<DeviationView>,
    pub(crate) pick: PickProposal,
    pub(crate) audit: AuditVerification,
    pub(crate) audit_took: Duration,
}

/// What is picked for tomorrow's first order.
pub(super) const PICKED: (LotType, Kilograms) = (LotType::Pal, Kilograms::from_kg(3_000));

/// Raw lots that are tried before one is recalled that nobody got anything of.
const TRIED: usize = 100;

/// Asks everything.
pub(crate) fn ask(
    books: &Books<'_>,
    site: SiteCode,
    closed: Vec<Closed>,
    asked: &Asked,
) -> Result<Answers, Failure> {
    Questions { books, site }
        .all(closed, asked)
        .map_err(|rejection| Failure::Plant(rejection.to_string()))
}

struct Questions<'a> {
    books: &'a Books<'a>,
    site: SiteCode,
}

impl Questions<'_> {
    fn one<Q: Question>(&self, query: &Q) -> Result<Q::Answer, Rejection> {
        self.books.ask(query)
    }

    /// All pages of a list, newest first as they come.
    fn list<Q: Question<Answer = Items<T>>, T>(
        &self,
        query: impl Fn(Page) -> Q,
    ) -> Result<Vec<T>, Rejection> {
        let (mut all, mut page) = (Vec::new(), Page::new().with_limit(1000_u16));
        loop {
            let found = self.one(&query(page))?;
            all.extend(found.items);
            match found.next {
                Some(next) => page = Page::new().with_limit(1000_u16).with_after(next),
                None => return Ok(all),
            }
        }
    }

    fn all(&self, closed: Vec<Closed>, asked: &Asked) -> Result<Answers, Rejection> {
        let mut lots = self.list(|page| ListLots::new().with_page(page))?;
        lots.reverse();
        let recalled = match &asked.recall {
            Some(code) => Some(code.clone()),
            None => self.worth_recalling(&lots)?,
        };
        let watch = Stopwatch::now();
        let recall = recalled
            .map(|code| self.one(&Recall::new(code)))
            .transpose()?;
        let recall_took = watch.elapsed();
        let drawn = asked
            .shipment
            .clone()
            .or_else(|| shipment(&lots, recall.as_ref()));
        let genealogy = drawn.map(|code| self.one(&Trace::new(code, Direction::Backward)));
        let genealogy = genealogy.transpose()?;
        let recalled = recall.as_ref().map(|recall| self.balance(recall.lot_id));
        let watch = Stopwatch::now();
        let audit = self.one(&VerifyAudit::new())?;
        let audit_took = watch.elapsed();
        let (lot_type, quantity) = PICKED;
        Ok(Answers {
            site: self.one(&GetSite::new(self.site))?,
            buffers: self.one(&ListBuffers::new())?,
            runs: self.runs(closed)?,
            unaccounted: self.unaccounted(&lots)?,
            lots,
            recall,
            recall_took,
            sent: self.sent(genealogy.as_ref())?,
            genealogy,
            recalled: recalled.transpose()?,
            inspections: self.list(|page| ListInspections::new().with_page(page))?,
            readings: self.list(|page| ListReadings::new().with_page(page))?,
            deviations: self.deviations()?,
            pick: self.one(&Pick::new(lot_type, self.site, quantity))?,
            audit,
            audit_took,
        })
    }

    fn runs(&self, closed: Vec<Closed>) -> Result<Vec<RunAnswer>, Rejection> {
        let answer = |closed: Closed| {
            let run = self.one(&GetRun::new(closed.id))?;
            let balance = self.one(&MassBalance::new().with_run_id(closed.id))?;
            let MassBalanceView::Run(balance) = balance else {
                return Err(Rejection::Internal {});
            };
            let open = closed.open;
            Ok(RunAnswer { run, balance, open })
        };
        closed.into_iter().map(answer).collect()
    }

    /// Adds up what every single lot's balance leaves open.
    fn unaccounted(&self, lots: &[LotView]) -> Result<Kilograms, Rejection> {
        let mut sum = Kilograms::ZERO;
        for lot in lots {
            let balance = self.balance(lot.id)?;
            // Two that cancel each other out would still be wrong.
            sum += Kilograms::from_grams(balance.unaccounted_kg.grams().abs());
        }
        Ok(sum)
    }

    fn balance(&self, lot: LotId) -> Result<LotBalance, Rejection> {
        match self.one(&MassBalance::new().with_lot(lot))? {
            MassBalanceView::Lot(balance) => Ok(balance),
            MassBalanceView::Run(_) => Err(Rejection::Internal {}),
        }
    }

    /// Who got the first lot of a trace: a recall of it says so.
    fn sent(&self, trace: Option<&TraceView>) -> Result<Vec<DispatchView>, Rejection> {
        let Some(lot) = trace.and_then(|trace| trace.lots.first()) else {
            return Ok(Vec::new());
        };
        let mut recalled = self.one(&Recall::new(lot.lot_id))?.lots.into_iter();
        Ok(recalled.next().map_or_else(Vec::new, |lot| lot.dispatches))
    }

    fn deviations(&self) -> Result<Vec<DeviationView>, Rejection> {
        let mut all = self.list(|page| ListDeviations::new().with_page(page))?;
        all.reverse();
        let all = all
            .iter()
            .map(|known| self.one(&GetDeviation::new(known.id)));
        all.collect()
    }

    /// The first chilled delivery that went to two consignees or more, else to one.
    fn worth_recalling(&self, lots: &[LotView]) -> Result<Option<String>, Rejection> {
        let used = |lot: &&LotView| {
            let used = matches!(lot.status, LotStatus::Consumed | LotStatus::Finished);
            used && lot.lot_type == LotType::Raw && lot.storage == Storage::Chilled
        };
        let mut first = None;
        for lot in lots.iter().filter(used).take(TRIED) {
            let totals = self.one(&Recall::new(lot.id))?.totals;
            match totals.consignees {
                0 => {}
                1 => first = first.or(Some(lot.code.to_string())),
                _ => return Ok(Some(lot.code.to_string())),
            }
        }
        Ok(first)
    }
}

/// The first shipment the recalled lot is in, else the first at all.
fn shipment(lots: &[LotView], recall: Option<&RecallView>) -> Option<String> {
    let concerned = recall.into_iter().flat_map(|recall| &recall.lots);
    let concerned = concerned.map(|recalled| &recalled.lot);
    let mut concerned = concerned.filter(|lot| lot.lot_type == LotType::Ship);
    let found = concerned.next().map(|lot| lot.code.to_string());
    let mut all = lots.iter().filter(|lot| lot.lot_type == LotType::Ship);
    found.or_else(|| all.next().map(|lot| lot.code.to_string()))
}
