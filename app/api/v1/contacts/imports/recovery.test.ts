import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario, signInMember } from "@/db/testing/scenario";
import { workOfJob } from "@/inngest/functions/jobs/run-job";
import { runJobSlice } from "@/lib/domain/jobs/run-job-slice";
import { call } from "@/lib/platform/testing/call";
import { POST as cancelJob } from "../../jobs/[job_id]/cancel/route";
import { POST as pauseJob } from "../../jobs/[job_id]/pause/route";
import { POST as resumeJob } from "../../jobs/[job_id]/resume/route";
import { GET as getJob } from "../../jobs/[job_id]/route";
import { GET as downloadErrors } from "../../workspaces/[workspace_id]/jobs/[job_id]/errors/route";
import { POST as exportContacts } from "../exports/route";
import { GET as listContacts } from "../route";
import { POST as undoImport } from "./[job_id]/undo/route";
import { countContacts, importNow, people, spooled, upload, uuidOf, work } from "./testing/import-kit";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-recovery-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  process.env.PUSHPILOT_UPLOAD_BYTES_MAX = String(8 * 1024 * 1024);
  return folder;
});

describe("an import that is interrupted or not one's own", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    theirs = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  const fresh = async () => {
    mine = await createScenario(database.sql);
  };

  it("goes on after a crash with every row exactly once", async () => {
    await fresh();
    const accepted = await upload(mine, people(12_000));
    const jobId = uuidOf(accepted.body.id);
    const crash = new Error("power cut");
    let commits = 0;
    const dying = {
      ...workOfJob,
      contact_import: (run: Parameters<typeof workOfJob.contact_import>[0]) => {
        const commit = run.commit.bind(run);
        run.commit = async (write) =>
          commit(async (tx) => {
            const batch = await write(tx);
            commits += 1;
            if (commits === 2) throw crash;
            return batch;
          });
        return workOfJob.contact_import(run);
      },
    };
    await expect(runJobSlice(mine.ctx, jobId, dying)).rejects.toBe(crash);
    expect(await countContacts(mine)).toBe(2_999);
    await work(mine, jobId);
    const job = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(job.body).toMatchObject({
      status: "completed",
      done: 12_000,
      result: { created: 12_000, duplicates: 0 },
    });
    expect(await countContacts(mine)).toBe(12_000);
    expect(spooled(mine)).toEqual([]);
  });

  it.each(["crashes", "is paused"])(
    "ends well when it %s after its last row and before its end",
    async (how) => {
      await fresh();
      const accepted = await upload(mine, people(3));
      const params = { job_id: String(accepted.body.id) };
      const jobId = uuidOf(accepted.body.id);
      const interrupted = {
        ...workOfJob,
        contact_import: async (run: Parameters<typeof workOfJob.contact_import>[0]) => {
          const isComplete = await workOfJob.contact_import(run);
          if (how === "crashes") throw new Error("power cut");
          await call(pauseJob, mine.apiKey, { params, body: "" });
          return isComplete;
        },
      };
      const slice = runJobSlice(mine.ctx, jobId, interrupted);
      if (how === "crashes") await expect(slice).rejects.toThrow("power cut");
      else expect(await slice).toBe("ended");
      if (how !== "crashes") await call(resumeJob, mine.apiKey, { params, body: "" });
      await work(mine, jobId);
      expect((await call(getJob, mine.apiKey, { params })).body).toMatchObject({
        status: "completed",
        done: 3,
        result: { created: 3 },
      });
      expect(spooled(mine)).toEqual([]);
    },
  );

  it("writes each row once when two workers believe they own the job", async () => {
    await fresh();
    const accepted = await upload(mine, people(12_000));
    const jobId = uuidOf(accepted.body.id);
    await Promise.all([work(mine, jobId), work(mine, jobId), work(mine, jobId)]);
    const job = await call(getJob, mine.apiKey, { params: { job_id: String(accepted.body.id) } });
    expect(job.body).toMatchObject({ status: "completed", done: 12_000, result: { created: 12_000 } });
    expect(await countContacts(mine)).toBe(12_000);
  });

  it("goes on where it was paused, and stops for good when cancelled", async () => {
    await fresh();
    const accepted = await upload(mine, people(12_000));
    const params = { job_id: String(accepted.body.id) };
    const jobId = uuidOf(accepted.body.id);
    await runJobSlice(mine.ctx, jobId, workOfJob, { sliceMillis: 0 });
    const paused = await call(pauseJob, mine.apiKey, { params, body: "" });
    expect(paused.body).toMatchObject({ status: "paused", done: 0 });
    await work(mine, jobId);
    expect(await countContacts(mine)).toBe(0);
    expect((await call(resumeJob, mine.apiKey, { params, body: "" })).body.status).toBe("queued");
    expect((await call(cancelJob, mine.apiKey, { params, body: "" })).body.status).toBe("cancelled");
    await work(mine, jobId);
    expect(await countContacts(mine)).toBe(0);
    const again = await call(resumeJob, mine.apiKey, { params, body: "" });
    expect(again).toMatchObject({ status: 409, body: { code: "invalid_state" } });
    expect(spooled(mine)).toEqual([]);
  });

  it("deletes exactly the contacts an import made when it is undone", async () => {
    await fresh();
    await importNow(mine, "external_id,first_name\nold,Ali\n");
    const job = await importNow(mine, "external_id,first_name\nold,Veli\nnew-1,x\nnew-2,y\n");
    const undo = await call(undoImport, mine.apiKey, { params: { job_id: String(job.id) }, body: "" });
    expect(undo).toMatchObject({ status: 202, body: { kind: "contact_deletion", total: 2 } });
    await work(mine, uuidOf(undo.body.id));
    const left = await call(listContacts, mine.apiKey, {});
    expect(left.body.data).toMatchObject([{ external_id: "old" }]);
  });

  it("lists the contacts it made, and exports them", async () => {
    await fresh();
    await importNow(mine, people(2));
    const job = await importNow(mine, people(3, 1));
    const listed = await call(listContacts, mine.apiKey, { query: { import_job_id: String(job.id) } });
    expect(listed.body.data).toMatchObject([{ external_id: "p-3" }, { external_id: "p-2" }]);
    const filter = { import_job_id: String(job.id) };
    expect((await call(exportContacts, mine.apiKey, { body: { filter } })).body).toMatchObject({ total: 2 });
  });

  it("answers another workspace's job like one that does not exist", async () => {
    await fresh();
    const accepted = await upload(theirs, people(3));
    const params = { job_id: String(accepted.body.id) };
    for (const handler of [getJob, pauseJob, resumeJob, cancelJob, undoImport]) {
      const answer = await call(handler, mine.apiKey, {
        params,
        ...(handler === getJob ? {} : { body: "" }),
      });
      expect(answer.status).toBe(404);
    }
    const workspace_id = `wsp_${mine.workspaceId.replaceAll("-", "")}`;
    expect((await call(downloadErrors, mine.apiKey, { params: { ...params, workspace_id } })).status).toBe(
      404,
    );
    const stolen = await upload(mine, "", { from_job: params.job_id });
    expect(stolen).toMatchObject({ status: 422, body: { reason: "file_expired" } });
  });

  it("lets a viewer watch jobs and refuses the same person to import or stop one", async () => {
    await fresh();
    const viewer = await signInMember(database.sql, mine, "viewer");
    expect((await upload(viewer, people(1))).status).toBe(403);
    expect(spooled(mine)).toEqual([]);
    const accepted = await upload(mine, people(1));
    const params = { job_id: String(accepted.body.id) };
    expect((await call(getJob, viewer, { params })).status).toBe(200);
    expect((await call(cancelJob, viewer, { params, body: "" })).status).toBe(403);
  });
});
