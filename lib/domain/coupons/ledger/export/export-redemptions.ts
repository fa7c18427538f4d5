import { appendFile } from "node:fs/promises";
import type { LedgerRow } from "@/db/queries/coupons/ledger/ledger-row";
import { listRedemptions } from "@/db/queries/coupons/ledger/list-redemptions";
import type { JobRun } from "@/lib/domain/jobs/job-run";
import type { FileSegment } from "@/lib/domain/jobs/open-job-file";
import { byteOrderMark, toCsvLine } from "@/lib/platform/csv/csv-cell";
import { prepareSpool, spoolPath } from "@/lib/platform/spool/spool";
import type { RedemptionExportParams } from "./create-redemption-export";

const pageRows = 5_000;

const instant = (at: Date | null): string => at?.toISOString() ?? "";
const number = (value: number | null): string => value?.toString() ?? "";

/** Money stands in minor units, beside its currency. */
const columns: Record<string, (row: LedgerRow) => string> = {
  id: ({ id }) => `rdm_${id.replaceAll("-", "")}`,
  status: ({ status }) => status,
  code: ({ code }) => code,
  offer: ({ offerName }) => offerName ?? "",
  batch: ({ batchCode }) => batchCode ?? "",
  contact_external_id: ({ externalId }) => externalId ?? "",
  contact_name: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" "),
  list_minor: ({ listMinor }) => number(listMinor),
  paid_minor: ({ paidMinor }) => number(paidMinor),
  currency: ({ currency }) => currency ?? "",
  tier: ({ tier }) => tier ?? "",
  starts_at: ({ startsAt }) => instant(startsAt),
  expires_at: ({ expiresAt }) => instant(expiresAt),
  order_id: ({ orderId }) => orderId ?? "",
  campaign: ({ campaignName }) => campaignName ?? "",
  source: ({ source }) => source,
  ip: ({ ip }) => ip ?? "",
  user_agent: ({ userAgent }) => userAgent ?? "",
  created_at: ({ createdAt }) => instant(createdAt),
  redeemed_at: ({ redeemedAt }) => instant(redeemedAt),
  reversed_at: ({ reversedAt }) => instant(reversedAt),
  reversal_reason: ({ reversalReason }) => reversalReason ?? "",
};

type Cursor = { after?: string; segments: FileSegment[] };

/** One slice of an export, into a file of its own: what counts is the list of files that commits with the place reached. */
export async function exportRedemptions(run: JobRun): Promise<boolean> {
  const { delimiter, formulas } = run.job.params as RedemptionExportParams;
  const segment = `${run.job.id}-${run.fence}.csv`;
  const path = spoolPath(run.ctx.workspaceId, segment);
  await prepareSpool(path);
  let bytes = 0;
  if (!run.job.cursor) {
    const head = byteOrderMark + toCsvLine(Object.keys(columns), delimiter, formulas);
    await appendFile(path, head, { mode: 0o600 });
    bytes = Buffer.byteLength(head);
  }
  for (let isLast = false; !isLast; ) {
    if (run.isSliceOver()) return false;
    const written = await writePage(run, path, { name: segment, bytes });
    bytes = written.bytes;
    isLast = written.count < pageRows;
  }
  return true;
}

async function writePage(run: JobRun, path: string, { name, bytes }: FileSegment) {
  const { filter, delimiter, formulas } = run.job.params as RedemptionExportParams;
  const { after, segments } = (run.job.cursor as Cursor | null) ?? { segments: [] };
  let written = { bytes, count: 0 };
  await run.commit(async (tx) => {
    const page = { limit: pageRows - 1, offset: 0, after: after ? [after] : undefined };
    // What is redeemed from now on belongs to the next export.
    const rows = await listRedemptions(tx.scope, { beforeId: run.job.id, ...filter }, "created_at", page);
    const lines = rows
      .map((row) =>
        toCsvLine(
          Object.values(columns).map((cell) => cell(row)),
          delimiter,
          formulas,
        ),
      )
      .join("");
    await appendFile(path, lines, { mode: 0o600 });
    written = { bytes: bytes + Buffer.byteLength(lines), count: rows.length };
    const others = segments.filter((known) => known.name !== name);
    const cursor: Cursor = { segments: [...others, { name, bytes: written.bytes }] };
    const last = rows.at(-1)?.id ?? after;
    if (last) cursor.after = last;
    return { done: rows.length, cursor, result: { exported: run.job.done + rows.length } };
  });
  return written;
}
