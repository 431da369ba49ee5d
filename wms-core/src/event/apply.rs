//! What each event does to the entities: written once, total, and the same live and in a replay.
use super::{
    BufferUpdated, CodesLeased, DeviationOpened, Event, FlowCreated, HoldResolved,
    InspectionRecorded, LotCreated, LotHeld, LotsTransformed, ReadingRecorded, RunAborted,
    RunAdvanced, RunCreated, RunRolledBack, StockMoved, VersionDrafted,
};
use crate::{
    amount::Kilograms,
    audit::Head,
    code::{CanonicalCode, Prefix},
    flow::{Flow, FlowVersion, VersionStatus},
    ids::{BufferId, LotId, RunId},
    inventory::{Buffer, BufferHold, Dispatch, MoveKind, Stock, StockMove},
    lot::{DeliveryNote, Hold, HoldRelease, LatestReading, Losses, Lot, LotStatus, Position},
    quality::{CorrectiveAction, Deviation, Inspection, Reading, Subject},
    run::{Run, RunStatus, Step, StepExecution, StepStatus},
    site::Site,
    world::{Draft, Sequence},
};

impl Event {
    pub(crate) fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        match self {
            Self::SiteDefined(e) => plant.put_site(
                e.site,
                Site {
                    code: e.site,
                    name: e.name.clone(),
                    time_zone: e.time_zone,
                    day_starts_at: e.day_starts_at,
                    defined: stamp,
                    head: Head::default(),
                },
            ),
            Self::PolicyChanged(e) => plant.change_policy(|state| state.policy.change(&e.policy)),
            Self::FlowCreated(e) => flow_created(e, plant),
            Self::VersionDrafted(e) => version_drafted(e, plant),
            Self::DraftSaved(e) => plant.change_version(e.version_id, |version| {
                version.graph_sha256 = e.graph_sha256;
                if !version.editors.contains(&stamp.by) {
                    version.editors.push(stamp.by);
                }
            }),
            Self::VersionSubmitted(e) => plant.change_version(e.version_id, |version| {
                version.status = VersionStatus::Review;
                version.submitted_at = Some(stamp.at);
            }),
            Self::VersionPublished(e) => {
                plant.change_version(e.version_id, |version| {
                    version.status = VersionStatus::Published;
                    version.decided_by = Some(stamp.by);
                    version.published_at = Some(stamp.at);
                });
                plant.change_flow(e.flow_id, |flow| {
                    flow.in_work = None;
                    flow.published = Some(e.version_id);
                });
            }
            Self::VersionRejected(e) => plant.change_version(e.version_id, |version| {
                version.status = VersionStatus::Draft;
                version.decided_by = Some(stamp.by);
            }),
            Self::VersionDeprecated(e) => {
                plant.change_version(e.version_id, |version| {
                    version.status = VersionStatus::Deprecated
                });
                plant.change_flow(e.flow_id, |flow| flow.published = None);
            }
            Self::DraftDiscarded(e) => {
                plant.change_version(e.version_id, |version| version.discarded = true);
                plant.change_flow(e.flow_id, |flow| {
                    flow.in_work = None;
                    flow.versions.retain(|version| *version != e.version_id);
                });
            }
            Self::CodesLeased(e) => codes_leased(e, plant),
            _ => self.apply_to_run(plant),
        }
    }

    fn apply_to_run(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        match self {
            Self::RunCreated(e) => run_created(e, plant),
            Self::RunStarted(e) => plant.change_run(e.run_id, |run| {
                run.status = RunStatus::Running;
                run.started_at = Some(stamp.at);
                begin(run, Step::START, by_stamp(stamp));
            }),
            Self::RunAdvanced(e) => run_advanced(e, plant),
            Self::RunRolledBack(e) => run_rolled_back(e, plant),
            Self::RunHeld(e) => plant.change_run(e.run_id, |run| run.status = RunStatus::Hold),
            Self::RunResumed(e) => {
                plant.change_run(e.run_id, |run| run.status = RunStatus::Running)
            }
            Self::RunCompleted(e) => plant.change_run(e.run_id, |run| {
                run.status = RunStatus::Completed;
                run.ended_at = Some(stamp.at);
                end(run, Step::SHIPMENT, StepStatus::Completed, by_stamp(stamp));
            }),
            Self::RunAborted(RunAborted { run_id, .. }) => plant.change_run(*run_id, |run| {
                run.status = RunStatus::Aborted;
                run.ended_at = Some(stamp.at);
                let open =
                    Step::all().filter(|step| run.execution(*step).status != StepStatus::Completed);
                open.collect::<Vec<_>>()
                    .into_iter()
                    .for_each(|step| end(run, step, StepStatus::Skipped, by_stamp(stamp)));
            }),
            Self::RunArchived(e) => plant.change_run(e.run_id, |run| {
                run.status = RunStatus::Archived;
                run.archived_at = Some(stamp.at);
            }),
            _ => self.apply_to_lot(plant),
        }
    }

    fn apply_to_lot(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        match self {
            Self::LotCreated(e) => lot_created(e, plant),
            Self::LotRegistered(e) => quarantine(plant, e.lot_id, e.run_id),
            Self::LotsTransformed(e) => lots_transformed(e, plant),
            Self::LotConsumed(e) => {
                plant.change_lot(e.lot_id, |lot| lot.status = LotStatus::Consumed)
            }
            Self::LotWrittenOff(e) => {
                plant.change_lot(e.lot_id, |lot| lot.lost.add(e.kind, e.quantity_kg))
            }
            Self::LotDispatched(e) => {
                plant.change_lot(e.lot_id, |lot| lot.dispatched += e.quantity_kg);
                plant.add_dispatch(Dispatch {
                    lot_id: e.lot_id,
                    quantity: e.quantity_kg,
                    consignee: e.consignee.clone(),
                    vehicle: e.vehicle.clone(),
                    made: stamp,
                });
            }
            Self::LotFinished(e) => {
                plant.change_lot(e.lot_id, |lot| lot.status = LotStatus::Finished)
            }
            Self::LotVoided(e) => plant.change_lot(e.lot_id, |lot| lot.voided = true),
            Self::LotReleased(e) => plant.change_lot(e.lot_id, |lot| {
                lot.status = LotStatus::Released;
                lot.was_released = true;
            }),
            Self::LotRejected(e) => {
                plant.change_lot(e.lot_id, |lot| lot.status = LotStatus::Rejected)
            }
            Self::LotHeld(e) => lot_held(e, plant),
            Self::HoldResolved(e) => hold_resolved(e, plant),
            Self::LotRequarantined(e) => plant.change_lot(e.lot_id, |lot| {
                lot.status = LotStatus::Quarantine;
                lot.quarantined_at = Some(stamp.at);
            }),
            Self::StockMoved(e) => stock_moved(e, plant),
            _ => self.apply_to_quality(plant),
        }
    }

    fn apply_to_quality(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        match self {
            Self::InspectionRecorded(e) => inspection_recorded(e, plant),
            Self::ReadingRecorded(e) => reading_recorded(e, plant),
            Self::DeviationOpened(e) => deviation_opened(e, plant),
            Self::CorrectiveActionRecorded(e) => {
                plant.change_deviation(e.deviation_id, |deviation| {
                    deviation.actions.push(CorrectiveAction {
                        action: e.action.clone(),
                        by: stamp.by,
                        at: stamp.at,
                        recorded_at: stamp.recorded_at,
                        verified_by: e.verified_by,
                    });
                })
            }
            Self::DeviationClosed(e) => {
                plant.change_deviation(e.deviation_id, |deviation| {
                    deviation.closed_at = Some(stamp.at)
                });
            }
            Self::BufferCreated(e) => plant.put_buffer(
                e.buffer_id,
                Buffer {
                    id: e.buffer_id,
                    code: e.code.clone(),
                    buffer_type: e.buffer_type.clone(),
                    site: e.site,
                    accepts: e.accepts.clone(),
                    capacity: e.capacity_kg,
                    temp_min: e.temp_min_c,
                    temp_max: e.temp_max_c,
                    active: true,
                    hold: None,
                    stock: Stock::default(),
                    created: stamp,
                    head: Head::default(),
                },
            ),
            Self::BufferUpdated(e) => buffer_updated(e, plant),
            Self::BufferHeld(e) => plant.change_buffer(e.buffer_id, |buffer| {
                let (reading_id, deviation_id) = (e.reading_id, e.deviation_id);
                buffer.hold = Some(BufferHold {
                    reading_id,
                    deviation_id,
                    at: stamp.at,
                    by: stamp.by,
                });
            }),
            Self::BufferHoldLifted(e) => {
                plant.change_buffer(e.buffer_id, |buffer| buffer.hold = None)
            }
            // Every other event was applied above.
            _ => {}
        }
    }
}

type By = (crate::time::Instant, crate::ids::UserId);

const fn by_stamp(stamp: super::Stamp) -> By {
    (stamp.at, stamp.by)
}

fn begin(run: &mut Run, step: Step, by: By) {
    run.step = step;
    if let Some(execution) = run.execution_mut(step) {
        *execution = StepExecution {
            status: StepStatus::InProgress,
            started: Some(by),
            ..StepExecution::PENDING
        };
    }
}

fn end(run: &mut Run, step: Step, status: StepStatus, by: By) {
    if let Some(execution) = run.execution_mut(step) {
        execution.status = status;
        execution.completed = Some(by);
    }
}

fn flow_created(e: &FlowCreated, plant: &mut Draft<'_>) {
    let created = plant.stamp();
    plant.put_flow(
        e.flow_id,
        Flow {
            id: e.flow_id,
            name: e.name.clone(),
            description: e.description.clone(),
            last_number: 0,
            versions: Vec::new(),
            in_work: None,
            published: None,
            created,
            head: Head::default(),
        },
    );
}

fn version_drafted(e: &VersionDrafted, plant: &mut Draft<'_>) {
    let created = plant.stamp();
    plant.put_version(
        e.version_id,
        FlowVersion {
            id: e.version_id,
            flow_id: e.flow_id,
            number: e.number,
            status: VersionStatus::Draft,
            discarded: false,
            graph_sha256: e.graph_sha256,
            editors: Vec::new(),
            created,
            submitted_at: None,
            decided_by: None,
            published_at: None,
            head: Head::default(),
        },
    );
    plant.change_flow(e.flow_id, |flow| {
        flow.last_number = e.number;
        flow.versions.push(e.version_id);
        flow.in_work = Some(e.version_id);
    });
}

fn run_created(e: &RunCreated, plant: &mut Draft<'_>) {
    let created = plant.stamp();
    plant.put_run(
        e.run_id,
        Run {
            id: e.run_id,
            code: e.code.clone(),
            flow_id: e.flow_id,
            version_id: e.version_id,
            site: e.site,
            status: RunStatus::Idle,
            step: Step::START,
            daily_target: e.daily_target_kg,
            steps: Box::new([StepExecution::PENDING; Step::COUNT]),
            created,
            started_at: None,
            ended_at: None,
            archived_at: None,
            head: Head::default(),
        },
    );
    // A run's production day is that of its act: it stands nowhere but in its code.
    if let Ok(code) = e.code.parse::<CanonicalCode>()
        && code.prefix == Prefix::Run
        && code.site == e.site
        && plant
            .site(e.site)
            .is_ok_and(|site| site.production_day(created.at) == code.day)
    {
        plant.raise_sequence(
            Sequence {
                prefix: code.prefix,
                day: code.day,
                site: code.site,
            },
            code.number,
        );
    }
}

fn run_advanced(e: &RunAdvanced, plant: &mut Draft<'_>) {
    let by = by_stamp(plant.stamp());
    plant.change_run(e.run_id, |run| {
        end(run, e.from_step, StepStatus::Completed, by);
        if let Some(execution) = run.execution_mut(e.from_step) {
            execution.notes.clone_from(&e.notes);
        }
        begin(run, e.to_step, by);
    });
}

fn run_rolled_back(e: &RunRolledBack, plant: &mut Draft<'_>) {
    let by = by_stamp(plant.stamp());
    plant.change_run(e.run_id, |run| {
        if let Some(execution) = run.execution_mut(e.from_step) {
            *execution = StepExecution::PENDING;
        }
        begin(run, e.to_step, by);
    });
}

fn lot_created(e: &LotCreated, plant: &mut Draft<'_>) {
    let created = plant.stamp();
    let note = DeliveryNote {
        supplier: e.supplier.clone(),
        temperature: e.temperature_c,
        metadata: e.metadata.clone(),
    };
    plant.put_lot(
        e.lot_id,
        Lot {
            id: e.lot_id,
            code: e.code.clone(),
            lot_type: e.lot_type,
            storage: e.storage,
            species: e.species,
            sku: e.lot_type.sku(),
            site: e.site,
            status: LotStatus::Created,
            voided: false,
            was_released: false,
            run_id: None,
            weight: e.weight_kg,
            used: Kilograms::ZERO,
            dispatched: Kilograms::ZERO,
            lost: Losses::default(),
            pieces: e.pieces,
            production_day: e.production_day,
            best_before: e.best_before,
            note: (note != DeliveryNote::default()).then(|| Box::new(note)),
            holds: Vec::new(),
            positions: Vec::new(),
            latest_readings: Vec::new(),
            created,
            registered_at: None,
            quarantined_at: None,
            head: Head::default(),
        },
    );
    let own = Sequence {
        prefix: Prefix::Lot(e.lot_type),
        day: e.production_day,
        site: e.site,
    };
    if let Ok(code) = e.code.parse::<CanonicalCode>()
        && (Sequence {
            prefix: code.prefix,
            day: code.day,
            site: code.site,
        }) == own
    {
        plant.raise_sequence(own, code.number);
    }
}

fn codes_leased(e: &CodesLeased, plant: &mut Draft<'_>) {
    let sequence = Sequence {
        prefix: e.prefix,
        day: e.day,
        site: e.site,
    };
    plant.raise_sequence(sequence, (e.first + u64::from(e.count)).saturating_sub(1));
}

fn quarantine(plant: &mut Draft<'_>, lot: LotId, run: RunId) {
    let at = plant.stamp().at;
    plant.change_lot(lot, |lot| {
        lot.status = LotStatus::Quarantine;
        lot.run_id = Some(run);
        lot.registered_at = Some(at);
        lot.quarantined_at = Some(at);
    });
}

fn lots_transformed(e: &LotsTransformed, plant: &mut Draft<'_>) {
    for input in &e.inputs {
        let losses = e.losses.iter().filter(|loss| loss.lot_id == input.lot_id);
        plant.change_lot(input.lot_id, |lot| {
            lot.used += input.quantity_kg;
            for loss in losses {
                lot.used -= loss.quantity_kg;
                lot.lost.add(loss.kind, loss.quantity_kg);
            }
        });
    }
    for output in &e.outputs {
        quarantine(plant, output.lot_id, e.run_id);
        let mut stored = Vec::new();
        let mut sized = None;
        plant.change_lot(output.lot_id, |lot| {
            lot.species = output.species;
            sized = (lot.sku != output.sku).then_some(lot.sku);
            lot.sku = output.sku;
            stored = lot.positions.clone();
        });
        // A preprinted pallet that lies in a buffer takes its size there with it.
        if let Some(before) = sized {
            for position in stored {
                plant.change_buffer(position.buffer_id, |buffer| {
                    buffer
                        .stock
                        .change(before, position.quantity, Kilograms::ZERO);
                    buffer
                        .stock
                        .change(output.sku, Kilograms::ZERO, position.quantity);
                });
            }
        }
    }
    e.links.iter().for_each(|link| plant.add_link(*link));
}

fn lot_held(e: &LotHeld, plant: &mut Draft<'_>) {
    let stamp = plant.stamp();
    plant.change_lot(e.lot_id, |lot| {
        lot.status = LotStatus::Hold;
        lot.holds.push(Hold {
            id: e.hold_id,
            cause: e.cause,
            cause_id: e.cause_id,
            reason: e.reason.clone(),
            deviation_id: e.deviation_id,
            opened_at: stamp.at,
            opened_by: stamp.by,
            release: None,
        });
    });
}

fn hold_resolved(e: &HoldResolved, plant: &mut Draft<'_>) {
    let stamp = plant.stamp();
    plant.change_lot(e.lot_id, |lot| {
        let open = lot
            .holds
            .iter_mut()
            .filter(|hold| hold.id == e.hold_id && hold.is_open());
        for hold in open {
            hold.release = Some(Box::new(HoldRelease {
                at: stamp.at,
                by: stamp.by,
                resolution: e.resolution.clone(),
            }));
        }
    });
}

fn stock_moved(e: &StockMoved, plant: &mut Draft<'_>) {
    let made = plant.stamp();
    let mut changes: Vec<(BufferId, Kilograms, Kilograms)> = Vec::with_capacity(2);
    let mut sku = None;
    plant.change_lot(e.lot_id, |lot| {
        sku = lot.sku;
        for (buffer, enters) in [(e.from_buffer_id, false), (e.to_buffer_id, true)] {
            let Some(buffer) = buffer else { continue };
            let before = lot.stored_in(buffer);
            let after = if enters {
                before + e.quantity_kg
            } else {
                before - e.quantity_kg
            };
            place(&mut lot.positions, buffer, after, made.at);
            changes.push((buffer, before, after));
        }
    });
    for (buffer, before, after) in changes {
        plant.change_buffer(buffer, |buffer| buffer.stock.change(sku, before, after));
    }
    plant.add_move(StockMove {
        id: e.move_id,
        kind: e.kind,
        lot_id: e.lot_id,
        from_buffer_id: e.from_buffer_id,
        to_buffer_id: e.to_buffer_id,
        quantity: e.quantity_kg,
        consignee: e
            .consignee
            .clone()
            .filter(|_| e.kind == MoveKind::Ship)
            .map(Box::new),
        cause: e.cause,
        made,
    });
}

/// A lot has one position per buffer, entered when its first kilograms came in; the oldest stands first.
fn place(
    positions: &mut Vec<Position>,
    buffer_id: BufferId,
    quantity: Kilograms,
    entered_at: crate::time::Instant,
) {
    if quantity.is_zero() {
        positions.retain(|position| position.buffer_id != buffer_id);
    } else if let Some(position) = positions
        .iter_mut()
        .find(|position| position.buffer_id == buffer_id)
    {
        position.quantity = quantity;
    } else {
        let behind = positions.partition_point(|position| position.entered_at <= entered_at);
        positions.insert(
            behind,
            Position {
                buffer_id,
                quantity,
                entered_at,
            },
        );
    }
}

fn inspection_recorded(e: &InspectionRecorded, plant: &mut Draft<'_>) {
    let made = plant.stamp();
    plant.put_inspection(
        e.inspection_id,
        Inspection {
            id: e.inspection_id,
            lot_id: e.lot_id,
            run_id: e.run_id,
            step: e.step,
            gates: e.gates.clone(),
            inspection_type: e.inspection_type.clone(),
            decision: e.decision,
            notes: e.notes.clone(),
            checklist: e.checklist.clone(),
            readings: e.readings.clone(),
            signature: e.signature.clone().map(Box::new),
            made,
            head: Head::default(),
        },
    );
}

fn reading_recorded(e: &ReadingRecorded, plant: &mut Draft<'_>) {
    let Some(subject) = e.subject() else { return };
    let recorded = plant.stamp();
    if let Subject::Lot(lot) = subject {
        let latest = LatestReading {
            kind: e.kind,
            reading_id: e.reading_id,
            temperature: e.temperature_c,
            taken_at: e.taken_at,
        };
        plant.change_lot(lot, |lot| {
            match lot
                .latest_readings
                .iter_mut()
                .find(|known| known.kind == e.kind)
            {
                Some(known) if known.taken_at <= e.taken_at => *known = latest,
                Some(_) => {}
                None => lot.latest_readings.push(latest),
            }
        });
    }
    plant.put_reading(
        e.reading_id,
        Reading {
            id: e.reading_id,
            subject,
            kind: e.kind,
            temperature: e.temperature_c,
            limit: e.limit,
            violation: e.violation,
            deviation_id: e.deviation_id,
            badge: e.badge,
            taken_at: e.taken_at,
            instrument: e.instrument.clone(),
            recorded,
            head: Head::default(),
        },
    );
}

fn deviation_opened(e: &DeviationOpened, plant: &mut Draft<'_>) {
    let Some(subject) = e.subject() else { return };
    let opened = plant.stamp();
    plant.put_deviation(
        e.deviation_id,
        Deviation {
            id: e.deviation_id,
            cause: e.cause,
            kind: e.kind,
            subject,
            opened,
            closed_at: None,
            actions: Vec::new(),
            head: Head::default(),
        },
    );
}

fn buffer_updated(e: &BufferUpdated, plant: &mut Draft<'_>) {
    plant.change_buffer(e.buffer_id, |buffer| {
        if let Some(code) = &e.code {
            buffer.code.clone_from(code);
        }
        buffer.capacity = e.capacity_kg.unwrap_or(buffer.capacity);
        buffer.temp_min = e.temp_min_c.or(buffer.temp_min);
        buffer.temp_max = e.temp_max_c.unwrap_or(buffer.temp_max);
        buffer.active = e.active.unwrap_or(buffer.active);
    });
}
