import { listBlockingKeys } from "@/db/queries/workflow/blocked";
import { millisToNextMoment } from "@/db/queries/workflow/crons";
import { insertOutboxEvents } from "@/db/queries/workflow/outbox";
import { readPendingWork } from "@/db/queries/workflow/pending";
import type { Engine, EngineOptions } from "./engine";
import type { CommHandler } from "./protocol/comm-handler";
import type { Transport } from "./protocol/transport";
import { Alarm } from "./queue/alarm";
import { Dispatcher } from "./queue/dispatcher";
import { Loop } from "./queue/loop";
import { reapDeadLeases } from "./queue/reap";
import { listenForWork } from "./queue/wake";
import { registerFunctions } from "./registry/register-functions";
import { RegistryView } from "./registry/registry-view";
import { checkpoint } from "./runs/checkpoint";
import { createCommits, type EngineContext } from "./runs/engine-context";
import { cancelOverdueRuns } from "./schedule/cancel-overdue";
import { startDueCrons } from "./schedule/cron";
import { fireDebounces } from "./schedule/fire-debounces";
import { ingestOutbox } from "./schedule/ingest";
import { purgeHistory } from "./schedule/purge";
import type { Timings } from "./timings";

export type ExecutorOptions = Omit<EngineOptions, "client" | "timings"> & {
  appId: string;
  /** How functions are called. */
  comm: CommHandler;
  /** How functions call. */
  transport: Transport;
  timings: Timings;
};

export async function startExecutor(options: ExecutorOptions): Promise<Engine> {
  const { sql, appId, comm, functions, log, timings, transport } = options;
  const definitions = await registerFunctions(sql, { appId, comm, functions });
  const view = new RegistryView();
  await view.refresh(sql);

  let isStopping = false;
  const context: EngineContext = {
    sql,
    log,
    timings,
    comm,
    registry: () => view.current,
    commits: createCommits(sql),
    isStopping: () => isStopping,
    goFirst: options.goFirst ?? ((work) => work()),
    dueWithin: (millis) => dispatcher.dueWithin(millis),
    overdue: () => loops.clock.trigger(),
    released: (keys) => dispatcher.released(keys),
  };
  const dispatcher = new Dispatcher(
    context,
    definitions.map((one) => one.id),
    options.concurrency,
  );
  const { loops, alarm } = createLoops(context, options, view, dispatcher);
  const detach = transport.attach({
    send: async (events) => {
      await insertOutboxEvents(sql, events);
      loops.ingest.trigger();
    },
    checkpoint: async (leaseId, steps) => {
      const execution = dispatcher.find(leaseId);
      return execution ? checkpoint(context, execution, steps) : "stale";
    },
    holds: (leaseId) => dispatcher.find(leaseId) !== undefined,
  });
  const wake = await listenForWork(sql, log, (reason) => {
    if (reason === "outbox") loops.ingest.trigger();
    else if (reason === "jobs") dispatcher.trigger();
    else loops.poll.trigger();
  });
  const stopTimers = startTimers(loops, timings);
  dispatcher.trigger();

  return {
    stop: async () => {
      isStopping = true;
      stopTimers();
      alarm.stop();
      await wake.stop();
      await Promise.all(Object.values(loops).map((loop) => loop.stop()));
      await dispatcher.stop(timings.drainMillis);
      detach();
    },
  };
}

type Loops = { ingest: Loop; clock: Loop; poll: Loop; purge: Loop };

function createLoops(
  { goFirst }: EngineContext,
  { sql, log, timings }: ExecutorOptions,
  view: RegistryView,
  dispatcher: Dispatcher,
): { loops: Loops; alarm: Alarm } {
  const ingest = new Loop("ingest", log, async () => {
    if ((await goFirst(() => ingestOutbox(sql, view))) === 0) return;
    dispatcher.trigger();
    if (view.current.keepsTime) alarm.setWithin(await millisToNextMoment(sql));
  });
  const alarm = new Alarm(() => clock.trigger());
  const clock: Loop = new Loop("clock", log, async () => {
    await startDueCrons(sql, view);
    await fireDebounces(sql, view);
    await cancelOverdueRuns(sql, view.current);
    alarm.setWithin(await millisToNextMoment(sql));
    dispatcher.trigger();
  });
  const poll = new Loop("poll", log, async () => {
    const pending = await readPendingWork(sql);
    await view.refresh(sql, pending.registryVersion);
    if (pending.expired) await reapDeadLeases(sql, view.current, log, timings.lostMax);
    if (pending.blocked) await dispatcher.unblock(await listBlockingKeys(sql));
    if (pending.outbox) ingest.trigger();
    if (pending.clock) clock.trigger();
    if (pending.jobs || pending.expired) dispatcher.trigger();
  });
  const purge = new Loop("purge", log, async () => {
    const purged = await purgeHistory(sql, timings);
    if (purged.runs + purged.events > 0) log.info("workflow.purged", purged);
  });
  return { loops: { ingest, clock, poll, purge }, alarm };
}

/** Everything is looked at once at the start; afterwards wake-ups lead and these follow. */
function startTimers(loops: Loops, timings: Timings): () => void {
  loops.ingest.trigger();
  loops.clock.trigger();
  loops.poll.trigger();
  loops.purge.trigger();
  const poll = setInterval(() => loops.poll.trigger(), timings.pollMillis);
  const purge = setInterval(() => loops.purge.trigger(), timings.purgeEveryMillis);
  return () => {
    clearInterval(poll);
    clearInterval(purge);
  };
}
