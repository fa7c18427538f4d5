import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { newId } from "@/lib/platform/ids";
import { useHeardSignals } from "@/lib/platform/testing/heard-signals";
import { announceFigures, announcingProgress } from "./announce-progress";

describe("announcing that a run moves", () => {
  const database = useTestDatabase();
  const heard = useHeardSignals(database);
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  });
  afterEach(() => vi.useRealTimers());

  const settle = (count: number) => expect.poll(() => heard).toHaveLength(count);
  const campaignRun = () => ({ id: newId(), kind: "campaign", campaignId: newId() });

  it("says it once a second for all chunks of a run together, once more at the end, and then no more", async () => {
    const run = campaignRun();
    const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sending = ends.map(({ promise }) => announcingProgress(mine.ctx, run, () => promise));
    await settle(1);
    vi.advanceTimersByTime(3_000);
    await settle(4);
    for (const { resolve } of ends) resolve();
    await Promise.all(sending);
    vi.advanceTimersByTime(10_000);
    await settle(5);
    expect(vi.getTimerCount()).toBe(0);
    expect(new Set(heard.map(({ topic, id }) => `${topic} ${id}`))).toEqual(
      new Set([`analytics ${run.campaignId}`]),
    );
  });

  it("makes one signal of a thousand single sends in a moment", async () => {
    const send = () =>
      announcingProgress(mine.ctx, { ...campaignRun(), kind: "transactional" }, async () => 1);
    await Promise.all(Array.from({ length: 1_000 }, send));
    vi.advanceTimersByTime(10_000);
    await settle(2);
    expect(new Set(heard.map(({ topic }) => topic))).toEqual(new Set(["notifications"]));
  });

  it("makes one signal of many receipts of a campaign in a moment", async () => {
    const campaignId = newId();
    for (let receipt = 0; receipt < 1_000; receipt += 1) announceFigures(mine.ctx, campaignId);
    vi.advanceTimersByTime(10_000);
    await settle(2);
  });

  it("lets the failure of a chunk through", async () => {
    const failing = announcingProgress(mine.ctx, campaignRun(), () => Promise.reject(new Error("no route")));
    await expect(failing).rejects.toThrow("no route");
  });
});
