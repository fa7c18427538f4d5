import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { toUuid } from "@/lib/contracts/wire/ids";
import { call } from "@/lib/platform/testing/call";
import { POST as createApiKey } from "../api-keys/route";
import { POST as exportContacts } from "../contacts/exports/route";
import { POST as cancelJob } from "./[job_id]/cancel/route";
import { POST as pauseJob } from "./[job_id]/pause/route";
import { POST as resumeJob } from "./[job_id]/resume/route";
import { GET as getJob } from "./[job_id]/route";

describe("stopping somebody else's job", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let exported: Record<string, string>;
  let imported: Record<string, string>;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const job = await call(exportContacts, mine.apiKey, { body: { filter: {} } });
    exported = { job_id: String(job.body.id) };
    const again = await call(exportContacts, mine.apiKey, { body: { filter: {} } });
    imported = { job_id: String(again.body.id) };
    await mine.scope.sql`
      update jobs set kind = 'contact_import' where workspace_id = ${mine.workspaceId}
        and id = ${toUuid(String(again.body.id).slice(4))}`;
  });

  const handlers = { cancelJob, pauseJob, resumeJob };

  async function expectRefused(who: string | Record<string, string>, params: Record<string, string>) {
    for (const [name, handler] of Object.entries(handlers)) {
      const answer = await call(handler, who, { params, body: "" });
      expect(answer, name).toMatchObject({ status: 403, body: { reason: "insufficient_scope" } });
    }
    const { body } = await call(getJob, mine.apiKey, { params });
    expect(body.status).toBe("queued");
  }

  const makeKey = async (...scopes: string[]) =>
    String((await call(createApiKey, mine.apiKey, { body: { name: "k", scopes } })).body.secret);

  it("is not for viewers, who may watch it", async () => {
    const viewer = await signInMember(database.sql, mine, "viewer");
    for (const params of [exported, imported]) {
      expect((await call(getJob, viewer, { params })).status).toBe(200);
      await expectRefused(viewer, params);
    }
  });

  it("is not for members where they could not have started it", async () => {
    const member = await signInMember(database.sql, mine, "member");
    await expectRefused(member, exported);
    expect((await call(pauseJob, member, { params: imported, body: "" })).status).toBe(200);
    expect((await call(resumeJob, member, { params: imported, body: "" })).status).toBe(200);
  });

  it("takes both permissions of a key: for jobs, and for what the job does", async () => {
    await expectRefused(await makeKey("read"), imported);
    await expectRefused(await makeKey("jobs.read", "contacts.write"), imported);
    await expectRefused(await makeKey("jobs.write"), imported);
    await expectRefused(await makeKey("jobs.write", "contacts.write"), exported);
    const key = await makeKey("jobs.write", "contacts.write");
    expect((await call(cancelJob, key, { params: imported, body: "" })).body.status).toBe("cancelled");
  });
});
