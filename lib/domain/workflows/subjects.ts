import { listSubjects, type SubjectRow } from "@/db/queries/workflows/list-subjects";
import type { JobKind } from "@/lib/domain/jobs/job";
import type { Permission } from "@/lib/domain/members/role";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { isUuid } from "@/lib/platform/uuid";

/** What a run is about, as far as its event says and the reader may see it. */
export type Subjects = {
  campaign: { id: string; name: string } | null;
  job: { id: string; title: string; kind: JobKind; dryRun: boolean } | null;
  contact: { id: string; name: string } | null;
};

const permissionOf: Record<SubjectRow["kind"], Permission> = {
  campaign: "campaigns.read",
  job: "jobs.read",
  contact: "contacts.read",
};

const naming = ["campaignId", "runId", "jobId", "contactId"];

export async function findSubjects(
  ctx: WorkspaceContext,
  runs: readonly { id: string; event: string }[],
): Promise<Map<string, Subjects>> {
  const idsOfRun = new Map(runs.map(({ id, event }) => [id, idsIn(tryParseJson(event))]));
  const found = await listSubjects(ctx.scope, [...new Set([...idsOfRun.values()].flat())]);
  const seen = found.filter(({ kind }) => ctx.can(permissionOf[kind]));
  return new Map(
    [...idsOfRun].map(([run, ids]) => [
      run,
      toSubjects(seen.filter(({ askedFor }) => ids.includes(askedFor))),
    ]),
  );
}

function toSubjects(rows: readonly SubjectRow[]): Subjects {
  const find = (kind: SubjectRow["kind"]) => rows.find((row) => row.kind === kind);
  const [campaign, job, contact] = [find("campaign"), find("job"), find("contact")];
  return {
    campaign: campaign ? { id: campaign.id, name: campaign.name } : null,
    job: job?.jobKind ? { id: job.id, title: job.name, kind: job.jobKind, dryRun: job.isDryRun } : null,
    contact: contact ? { id: contact.id, name: contact.name } : null,
  };
}

/** Ids in an event, and in the event of the run whose end it tells. */
function idsIn(event: unknown): string[] {
  const data = fieldOf(event, "data");
  if (data === undefined) return [];
  const own = naming.map((name) => fieldOf(data, name));
  const ids = own.filter((id): id is string => typeof id === "string" && isUuid(id));
  return ids.length > 0 ? ids : idsIn(fieldOf(data, "event"));
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
