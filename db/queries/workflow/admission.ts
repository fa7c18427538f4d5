import type { TransactionSql } from "@/db/client";
import type { TimerKind } from "./continue";
import { listRates, type Rates, saveRates } from "./rates";
import { jsonList } from "./statement";

export type JobKind = "start" | "resume" | "discover" | "step" | TimerKind;
export type Candidate = {
  id: string;
  functionId: string;
  kind: JobKind;
  concurrencyKeys: string[];
  throttleKey: string | null;
};

/** Slots that leases hold, and the pace of starts, by key. */
export type Limits = { held: ReadonlyMap<string, number>; rates: Rates };

export type Admission = {
  admitted: readonly string[];
  /** With the full key that holds each back. */
  blocked: readonly { id: string; key: string }[];
  /** Too early for their throttle. */
  delayed: readonly { id: string; atMillis: number }[];
  /** Keys whose pace the admitted changed. */
  rates: ReadonlyMap<string, number>;
};
export type Admit = (candidates: readonly Candidate[], limits: Limits) => Admission;

export async function admitCandidates(
  tx: TransactionSql,
  candidates: readonly Candidate[],
  admit: Admit | undefined,
): Promise<Admission> {
  if (!admit) {
    return { admitted: candidates.map((one) => one.id), blocked: [], delayed: [], rates: new Map() };
  }
  const keys = [...new Set(candidates.flatMap((one) => one.concurrencyKeys))];
  const throttleKeys = [...new Set(candidates.flatMap((one) => one.throttleKey ?? []))];
  const [held, rates] = await Promise.all([
    keys.length === 0 ? [] : heldSlots(tx, keys),
    throttleKeys.length === 0
      ? { nowMillis: 0, onTimeAt: new Map<string, number>() }
      : listRates(tx, throttleKeys),
  ]);
  return admit(candidates, { held: new Map(held.map((row) => [row.key, row.held])), rates });
}

/** Gets those that were not admitted out of the way of the others. */
export async function applyAdmission(
  tx: TransactionSql,
  { blocked, delayed, rates }: Admission,
): Promise<void> {
  await Promise.all([
    blocked.length === 0 ? undefined : blockJobs(tx, blocked),
    delayed.length === 0 ? undefined : delayJobs(tx, delayed),
    saveRates(tx, rates),
  ]);
}

/** A lease holds its slot until it is given back or reaped, so that what only seems dead does not run beside the next. */
function heldSlots(tx: TransactionSql, keys: readonly string[]) {
  return tx<{ key: string; held: number }[]>`
    select key, count(*)::int as held
    from workflow.jobs, unnest(concurrency_keys) as key
    where lease_token is not null and key = any(${[...keys]}::text[])
    group by key`;
}

async function blockJobs(tx: TransactionSql, blocked: Admission["blocked"]) {
  await tx`
    update workflow.jobs as job set blocked_by = blocked.key
    from json_to_recordset(${jsonList(blocked)}::text::json) as blocked (id uuid, key text)
    where job.id = blocked.id`;
}

async function delayJobs(tx: TransactionSql, delayed: Admission["delayed"]) {
  await tx`
    update workflow.jobs as job set run_at = to_timestamp(delayed."atMillis" / 1000.0)
    from json_to_recordset(${jsonList(delayed)}::text::json) as delayed (id uuid, "atMillis" float8)
    where job.id = delayed.id`;
}
