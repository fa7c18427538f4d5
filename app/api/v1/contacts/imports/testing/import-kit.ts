import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Scenario } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { env } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { GET as getJob } from "../../../jobs/[job_id]/route";
import { POST as importContacts } from "../route";

type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

export async function upload(
  who: Scenario | Record<string, string>,
  body: BodyInit,
  query: Record<string, string> = {},
  headers: Record<string, string> = { "content-type": "text/csv" },
): Promise<Answer> {
  const credentials = "apiKey" in who ? { authorization: `Bearer ${who.apiKey}` } : who;
  const request = new Request(`http://localhost/api/v1/contacts/imports?${new URLSearchParams(query)}`, {
    method: "POST",
    headers: { ...(credentials as Record<string, string>), ...headers },
    body,
    duplex: "half",
  } as RequestInit);
  const response = await importContacts(request, { params: Promise.resolve({}) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const uuidOf = (wireId: unknown) =>
  String(wireId)
    .slice(4)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Does what the workflow function does, without waiting for the engine. */
export async function work(scenario: Scenario, jobId: string, sliceMillis?: number) {
  const options = sliceMillis === undefined ? {} : { sliceMillis };
  while ((await runJobSlice(scenario.ctx, jobId, workOfJob, options)) !== "ended");
}

export async function importNow(scenario: Scenario, body: BodyInit, query: Record<string, string> = {}) {
  const accepted = await upload(scenario, body, query);
  expect(accepted.body).toMatchObject({ kind: "contact_import", status: "queued" });
  expect(accepted.status).toBe(202);
  await work(scenario, uuidOf(accepted.body.id));
  return (await call(getJob, scenario.apiKey, { params: { job_id: String(accepted.body.id) } })).body;
}

export const people = (count: number, from = 0) =>
  `external_id,first_name,email\n${Array.from({ length: count }, (_, n) => `p-${from + n},Ad ${n},p${from + n}@example.com\n`).join("")}`;

export const spooled = (scenario: Scenario) => {
  try {
    return readdirSync(join(env().PUSHPILOT_DATA, "uploads", scenario.workspaceId));
  } catch {
    return [];
  }
};

export async function countContacts(scenario: Scenario): Promise<number> {
  const rows = await scenario.scope.sql<{ count: number }>`
    select count(*)::int as count from contacts where workspace_id = ${scenario.workspaceId}`;
  return rows[0]?.count ?? 0;
}
