import { existsSync, rmSync, writeFileSync } from "node:fs";
import { NonRetriableError } from "inngest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { asStep } from "@/inngest/in-workspace";
import { AppError, errorCodes, unprocessable } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { prepareSpool, spoolPath } from "@/lib/platform/spool/spool";
import { getJob } from "./get-job";
import { JobRun, type JobWork } from "./job-run";
import { runJobSlice } from "./run-job-slice";
import { startJob } from "./start-job";

const data = vi.hoisted(() => {
  const folder = `/var/tmp/pushpilot-slices-${process.pid}`;
  process.env.PUSHPILOT_DATA = folder;
  return folder;
});

describe("a slice of a job that cannot go on", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const start = () =>
    mine.ctx.transaction((tx) =>
      startJob(tx, { id: newId(), kind: "contact_tagging", title: "", total: 1, params: {} }),
    );
  const slice = (jobId: string, work: JobWork) => {
    const works = {
      contact_import: work,
      contact_export: work,
      redemption_export: work,
      contact_tagging: work,
      contact_deletion: work,
      coupon_generation: work,
      coupon_import: work,
      coupon_change: work,
    };
    return runJobSlice(mine.ctx, jobId, works);
  };
  const spool = async (jobId: string) => {
    const path = spoolPath(mine.workspaceId, `${jobId}.csv`);
    await prepareSpool(path);
    writeFileSync(path, "external_id\n");
    return path;
  };

  it.each(errorCodes)(
    "with %s is tried again as every other step is, or ends with the reason",
    async (code) => {
      const error = new AppError(code, "It cannot go on.", { reason: "why" });
      const asked = await asStep(() => Promise.reject(error)).catch((thrown: unknown) => thrown);
      const isWorthAnotherTry = !(asked instanceof NonRetriableError);
      const { id } = await start();
      const path = await spool(id);
      const ended = slice(id, () => Promise.reject(error));
      if (isWorthAnotherTry) await expect(ended).rejects.toBe(error);
      else expect(await ended).toBe("ended");
      const job = await getJob(mine.ctx, { jobId: id });
      expect(job.status).toBe(isWorthAnotherTry ? "running" : "failed");
      expect(existsSync(path)).toBe(isWorthAnotherTry);
      if (!isWorthAnotherTry) expect(job.result).toMatchObject({ failure: { reason: "why" } });
    },
  );

  it("does not end the job of whoever has taken it over, nor take the files away", async () => {
    const { id } = await start();
    const path = await spool(id);
    const outcome = await slice(id, async () => {
      await JobRun.claim(mine.ctx, id);
      throw unprocessable("The uploaded file is gone.", { reason: "file_expired" });
    });
    expect(outcome).toBe("ended");
    expect((await getJob(mine.ctx, { jobId: id })).status).toBe("running");
    expect(existsSync(path)).toBe(true);
  });
});
