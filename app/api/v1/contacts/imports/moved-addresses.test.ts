import { rmSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { SystemScope } from "@/db/scope";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { changeOptOut } from "@/lib/domain/contacts/consents/change-opt-out";
import { sweepJobs } from "@/lib/domain/jobs/sweep-jobs";
import { call } from "@/lib/platform/testing/call";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { DELETE as deleteContact } from "../[contact_id]/route";
import { GET as listContacts, POST as upsertContact } from "../route";
import { POST as undoImport } from "./[job_id]/undo/route";
import { importNow, people, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-moves-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

type Listed = { id: string; external_id: string; email: string | null; phone: string | null };

describe("addresses that a file takes from another person", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeEach(async () => {
    mine = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const known = async (external_id: string) => {
    const { body } = await call(listContacts, mine.apiKey, { query: { external_id } });
    return (body.data as Listed[])[0];
  };
  const emailOf = async (external_id: string) => (await known(external_id))?.email;
  const undo = async (job: Record<string, unknown>) => {
    const params = { job_id: String(job.id) };
    const accepted = await call(undoImport, mine.apiKey, { params, body: "" });
    await work(mine, uuidOf(accepted.body.id));
    return (await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } })).body;
  };
  const bothWays = async (file: string) => {
    const check = await importNow(mine, file, { dry_run: "true" });
    const job = await importNow(mine, file);
    expect(check.result).toEqual(job.result);
    return job;
  };

  it("are counted and named with the line and whoever loses them, in the check as in the import", async () => {
    await importNow(mine, "external_id,ad,email\nold,Ayşe,shared@example.com\n");
    const old = await known("old");
    const job = await bothWays(
      "external_id,email,phone\na-1,family@example.com,05321234567\na-2,family@example.com,05321234567\na-3,shared@example.com,\n",
    );
    expect(job.result).toMatchObject({
      created: 3,
      moved: 3,
      moves: [
        { line: 3, channel: "email", address: "family@example.com", of: 2, contact: null, name: null },
        { line: 3, channel: "sms", address: "+905321234567", of: 2, contact: null, name: null },
        {
          line: 4,
          channel: "email",
          address: "shared@example.com",
          of: null,
          contact: old?.id,
          name: "Ayşe",
        },
      ],
    });
    expect(await known("a-1")).toMatchObject({ email: null, phone: null });
    expect(await emailOf("a-3")).toBe("shared@example.com");
  });

  it("are seen when their rows lie batches apart", async () => {
    const job = await bothWays(`${people(6_500)}late,x,p3@example.com\n`);
    expect(job.result).toMatchObject({
      moved: 1,
      moves: [{ line: 6_502, address: "p3@example.com", of: null, contact: null }],
    });
  });

  it("are none where somebody names the address they have, or where two people swap theirs", async () => {
    await importNow(mine, "external_id,email\ns-1,one@example.com\ns-2,two@example.com\n");
    const job = await bothWays("external_id,email\ns-1,two@example.com\ns-2,one@example.com\n");
    expect(job.result).toMatchObject({ updated: 2, moved: 0, moves: [] });
    const again = await bothWays("external_id,email\ns-1,two@example.com\ns-2,one@example.com\n");
    expect(again.result).toMatchObject({ unchanged: 2, moved: 0 });
  });

  it("are left with whoever has them when existing contacts are skipped", async () => {
    await importNow(mine, "external_id,email\nold,shared@example.com\n");
    const job = await importNow(mine, "external_id,email\nnew,shared@example.com\n", { on_existing: "skip" });
    expect(job.result).toMatchObject({ created: 1, moved: 0 });
    expect(await emailOf("old")).toBe("shared@example.com");
  });

  it("go back to whoever had them before when the import is undone, the very same endpoint", async () => {
    await importNow(mine, "external_id,email,phone\nold,shared@example.com,05321234567\n");
    const endpoints = () => mine.scope.sql`
      select id, channel, address, contact_id, status, created_at from subscriptions
      where workspace_id = ${mine.workspaceId} order by channel`;
    const before = await endpoints();
    const job = await importNow(
      mine,
      "external_id,email,phone\na-1,shared@example.com,05321234567\na-2,shared@example.com,\n",
    );
    expect(await known("old")).toMatchObject({ email: null, phone: null });
    expect(await undo(job)).toMatchObject({ result: { deleted: 2, returned: 2 } });
    expect(await endpoints()).toEqual(before);
  });

  it("take with them, when they go back, the no that was said and the failure that was seen meanwhile", async () => {
    const yes = { consent: '{"channels":["email","sms"],"status":"granted","source":"form"}' };
    const rows = (who: string) => `external_id,email,phone\n${who},shared@example.com,05321234567\n`;
    await importNow(mine, rows("old"), yes);
    const job = await importNow(mine, rows("new"), yes);
    const holder = await mine.scope.sql<{ id: string }>`
      select id from contacts where workspace_id = ${mine.workspaceId} and external_id = 'new'`;
    const contactId = String(holder[0]?.id);
    await changeOptOut(mine.ctx, { contactId, channel: "email", isOptedOut: true });
    await mine.scope.sql`
      update subscriptions set status = 'gone' where workspace_id = ${mine.workspaceId} and channel = 'sms'`;
    expect(await undo(job)).toMatchObject({ result: { deleted: 1, returned: 2 } });
    const left = await mine.scope.sql`
      select s.channel, s.status, k.status as consent from subscriptions s
      join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      join consents k on k.workspace_id = s.workspace_id and k.contact_id = c.id and k.channel = s.channel
      where s.workspace_id = ${mine.workspaceId} and c.external_id = 'old' order by s.channel`;
    expect(left).toEqual([
      { channel: "email", status: "active", consent: "denied" },
      { channel: "sms", status: "gone", consent: "granted" },
    ]);
  });

  it("stay with whoever claimed them meanwhile, and with people who were there before the import", async () => {
    await importNow(
      mine,
      "external_id,email\no-1,one@example.com\no-2,two@example.com\no-3,three@example.com\n",
    );
    const job = await importNow(mine, "external_id,email\nn-1,one@example.com\no-3,two@example.com\n");
    await call(upsertContact, mine.apiKey, { body: { external_id: "later", email: "one@example.com" } });
    expect(await undo(job)).toMatchObject({ result: { deleted: 1, returned: 0 } });
    expect(await emailOf("later")).toBe("one@example.com");
    expect(await emailOf("o-3")).toBe("two@example.com");
    expect(await emailOf("o-1")).toBeNull();
  });

  it("go nowhere when the person who had them is gone", async () => {
    await importNow(mine, "external_id,email\nold,shared@example.com\n");
    const job = await importNow(mine, "external_id,email\nnew,shared@example.com\n");
    const old = await known("old");
    await call(deleteContact, mine.apiKey, { params: { contact_id: String(old?.id) } });
    expect(await undo(job)).toMatchObject({ status: "completed", result: { deleted: 1, returned: 0 } });
  });

  it("are named to nobody who may not read contacts", async () => {
    await importNow(mine, "external_id,email\nold,shared@example.com\n");
    const job = await importNow(mine, "external_id,email\nnew,shared@example.com\n");
    await mine.scope.sql`update api_keys set scopes = '{jobs.read}' where workspace_id = ${mine.workspaceId}`;
    const seen = await call(getJob, mine.apiKey, { params: { job_id: String(job.id) } });
    expect(seen.body.result).toMatchObject({
      moves: [{ line: 2, channel: "email", address: "", contact: null, name: null }],
    });
  });

  it("are named no longer than the job's files are kept", async () => {
    const job = await importNow(mine, "external_id,email\na,shared@example.com\nb,shared@example.com\n");
    await mine.scope.sql`
      update jobs set expires_at = now() - interval '1 minute' where workspace_id = ${mine.workspaceId}`;
    await sweepJobs(SystemScope.mint(database.sql), new Date());
    const swept = await call(getJob, mine.apiKey, { params: { job_id: String(job.id) } });
    expect(swept.body.result).toMatchObject({ moved: 1 });
    expect(JSON.stringify(swept.body)).not.toContain("shared@example.com");
    const audit = await mine.scope.sql`
      select after from audit_log where workspace_id = ${mine.workspaceId} and action = 'job.completed'`;
    expect(audit).toMatchObject([{ after: { kind: "contact_import", result: { moved: 1 } } }]);
    expect(JSON.stringify(audit)).not.toContain("shared@example.com");
  });

  it("an undone import names the job that undid it, and a dry run cannot be undone", async () => {
    const job = await importNow(mine, people(1));
    const undone = await undo(job);
    const seen = await call(getJob, mine.apiKey, { params: { job_id: String(job.id) } });
    expect(seen.body.result).toMatchObject({ undo: undone.id });
    const check = await importNow(mine, people(1), { dry_run: "true" });
    const refused = await call(undoImport, mine.apiKey, { params: { job_id: String(check.id) }, body: "" });
    expect(refused).toMatchObject({ status: 422, body: { reason: "nothing_to_undo" } });
  });
});
