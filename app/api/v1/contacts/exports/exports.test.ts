import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { call } from "@/lib/platform/testing/call";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { GET as downloadFile } from "../../workspaces/[workspace_id]/jobs/[job_id]/file/route";
import { POST as bulkUpsert } from "../bulk/route";
import { POST as deleteContacts } from "../bulk-delete/route";
import { POST as tagContacts } from "../bulk-tag/route";
import { POST as importContacts } from "../imports/route";
import { GET as listContacts } from "../route";
import { POST as exportContacts } from "./route";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-exports-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

const uuidOf = (wireId: unknown) =>
  String(wireId)
    .slice(4)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

describe("exports and changes of many contacts", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    await call(bulkUpsert, mine.apiKey, {
      body: {
        contacts: [
          {
            external_id: "=1+1",
            first_name: "@SUM(A1)",
            last_name: "-x",
            email: "+a@example.com",
            phone: "+905321234567",
            tags: ["a", "b;c"],
            attributes: { plan: "pro", orders: 3, note: "＝cmd|' /C calc'!A0" },
            birth_date: "1990-03-05",
            country: "TR",
          },
          {
            external_id: "'apostrophe",
            first_name: 'Çağla "Kaptan"',
            last_name: "two\nlines",
            tags: ["vip"],
          },
          { external_id: "plain", first_name: "＠Ali", country: "DE", kind: "partner" },
        ],
      },
    });
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  async function finish(scenario: Scenario, jobId: unknown) {
    while ((await runJobSlice(scenario.ctx, uuidOf(jobId), workOfJob)) !== "ended");
    return (await call(getJob, scenario.apiKey, { params: { job_id: String(jobId) } })).body;
  }

  async function exported(body: object) {
    const accepted = await call(exportContacts, mine.apiKey, { body });
    expect(accepted.status).toBe(202);
    const job = await finish(mine, accepted.body.id);
    expect(job).toMatchObject({ status: "completed" });
    const [, workspace_id = ""] = /workspaces\/(\w+)\//.exec(String(job.result_url)) ?? [];
    return { job, params: { workspace_id, job_id: String(job.id) } };
  }

  const everything = async (scenario: Scenario) => {
    const { body } = await call(listContacts, scenario.apiKey, { query: { sort: "created_at" } });
    return (body.data as Record<string, unknown>[]).map(
      ({ id, created_at, updated_at, subscriptions, ...rest }) => ({
        ...rest,
        addresses: (subscriptions as { address: string }[]).map((subscription) => subscription.address),
      }),
    );
  };

  it("hold no cell that a spreadsheet would run, and come back through an import as they were", async () => {
    const { params } = await exported({ filter: {}, delimiter: ";" });
    const file = await call(downloadFile, mine.apiKey, { params });
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="contacts-/);
    for (const cell of file.text.split(/[;\n]/))
      expect(cell.replace(/^"/, "")).not.toMatch(/^(?!\+\d+$)[=+\-@＝＋－＠]/);

    const copy = await createScenario(database.sql);
    const accepted = await call(importContacts, copy.apiKey, { body: file.text });
    expect(await finish(copy, accepted.body.id)).toMatchObject({ result: { created: 3, invalid: 0 } });
    expect(await everything(copy)).toEqual(await everything(mine));
  });

  it("follow the filter, the columns and attributes by name", async () => {
    const columns = ["external_id", "attributes.note"];
    const { params, job } = await exported({ filter: { country: ["TR"] }, columns });
    expect(job).toMatchObject({ done: 1, total: 1 });
    const file = await call(downloadFile, mine.apiKey, { params });
    expect(file.text).toBe("external_id,attributes.note\n'=1+1,'＝cmd|' /C calc'!A0\n");
  });

  it("write phones as other programs read them, and everything as it is when told that no spreadsheet opens it", async () => {
    const columns = ["external_id", "first_name", "email", "phone", "attributes.note"];
    const filter = { country: ["TR"] };
    const rows = async (formulas?: string) => {
      const { params } = await exported({ filter, columns, formulas });
      return (await call(downloadFile, mine.apiKey, { params })).text.split("\n")[1];
    };
    expect(await rows()).toBe("'=1+1,'@SUM(A1),'+a@example.com,+905321234567,'＝cmd|' /C calc'!A0");
    expect(await rows("plain")).toBe("=1+1,@SUM(A1),+a@example.com,+905321234567,＝cmd|' /C calc'!A0");
  });

  it("write instants as the API does", async () => {
    const { params } = await exported({ filter: { country: ["TR"] }, columns: ["created_at"] });
    const file = await call(downloadFile, mine.apiKey, { params });
    expect(file.text).toMatch(/^created_at\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n$/);
  });

  it("finish whatever the size of what is sent last", async () => {
    const scenario = await createScenario(database.sql);
    for (let round = 1; round <= 6; round += 1) {
      const contacts = Array.from({ length: 900 }, (_, n) => ({
        external_id: `${round}-${n}`,
        attributes: { note: "x".repeat(round * 30) },
      }));
      await call(bulkUpsert, scenario.apiKey, { body: { contacts } });
      const accepted = await call(exportContacts, scenario.apiKey, { body: { filter: {} } });
      const job = await finish(scenario, accepted.body.id);
      expect(job).toMatchObject({ status: "completed", done: round * 900 });
    }
  });

  it("are nobody else's to download, in the same words as what does not exist", async () => {
    const { params } = await exported({ filter: {} });
    const theirs = await createScenario(database.sql);
    const workspace_id = `wsp_${theirs.workspaceId.replaceAll("-", "")}`;
    expect((await call(downloadFile, theirs.apiKey, { params: { ...params, workspace_id } })).status).toBe(
      404,
    );
    expect((await call(downloadFile, theirs.apiKey, { params })).status).toBe(404);
    const invented = { ...params, job_id: "job_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10" };
    expect((await call(downloadFile, mine.apiKey, { params: invented })).status).toBe(404);
  });

  it("are refused to members and viewers, file included", async () => {
    const { params } = await exported({ filter: {} });
    for (const role of ["member", "viewer"] as const) {
      const who = await signInMember(database.sql, mine, role);
      expect((await call(exportContacts, who, { body: { filter: {} } })).status).toBe(403);
      expect((await call(downloadFile, who, { params })).status).toBe(403);
    }
  });

  it("end when they expire", async () => {
    const { params } = await exported({ filter: {} });
    await mine.scope
      .sql`update jobs set expires_at = now() - interval '1 minute' where workspace_id = ${mine.workspaceId} and id = ${uuidOf(params.job_id)}`;
    expect((await call(downloadFile, mine.apiKey, { params })).status).toBe(404);
  });

  it("are not begun to be sent when their file is gone", async () => {
    const { params } = await exported({ filter: {} });
    rmSync(join(data, "uploads"), { recursive: true });
    expect((await call(downloadFile, mine.apiKey, { params })).status).toBe(404);
  });

  it("ask for ids or a filter, not both and not neither", async () => {
    const refused = await call(exportContacts, mine.apiKey, { body: {} });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: "contact_ids" }] } });
  });

  it("tag and delete whoever matched when they were asked for", async () => {
    const scenario = await createScenario(database.sql);
    const contacts = Array.from({ length: 30 }, (_, n) => ({
      external_id: `b-${n}`,
      country: n % 2 ? "TR" : "DE",
    }));
    await call(bulkUpsert, scenario.apiKey, { body: { contacts } });
    const tagging = await call(tagContacts, scenario.apiKey, {
      body: { filter: { country: ["TR"] }, add_tags: ["yeni"] },
    });
    expect(await finish(scenario, tagging.body.id)).toMatchObject({ done: 15, result: { tagged: 15 } });
    const tagged = await call(listContacts, scenario.apiKey, { query: { tag: "yeni" } });
    expect(tagged.body.total).toBe(15);
    const deletion = await call(deleteContacts, scenario.apiKey, { body: { filter: { tag: ["yeni"] } } });
    await call(bulkUpsert, scenario.apiKey, {
      body: { contacts: [{ external_id: "late", tags: ["yeni"] }] },
    });
    expect(await finish(scenario, deletion.body.id)).toMatchObject({ done: 15, result: { deleted: 15 } });
    const left = await call(listContacts, scenario.apiKey, {});
    expect(left.body.total).toBe(16);
  });
});
