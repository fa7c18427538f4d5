import { expect, test, vi } from "vitest";
import { DraftStore } from "@/lib/browser/draft/draft-store";
import { everyone } from "@/lib/domain/audience/audience-filter";
import { type CampaignTiming, timingDefault } from "@/lib/domain/timing/campaign-timing";
import { everyDay } from "@/lib/domain/timing/sending-window";
import type { Campaign, CampaignChange } from "../api";
import { changesBetween, draftOf, savedAfter } from "./campaign-draft";

const campaign: Campaign = {
  id: "0199aa5c-3f7e-7c1a-8a3d-5b9c2e4f6a10",
  name: "Bahar",
  description: "",
  channelType: "sms",
  category: "marketing",
  tone: null,
  status: "draft",
  scheduleType: "send_now",
  scheduledAt: null,
  timing: timingDefault,
  audience: { filter: everyone },
  contents: [],
  ttlSeconds: null,
  priority: "normal",
  tracking: { delivery: true, open: true, click: true, utm: {} },
  runId: null,
  failureReason: null,
  failureDetail: null,
  version: 1,
  createdBy: "Ada",
  startedAt: null,
  endedAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  totals: null,
  couponBatchId: null,
  couponHoldoutPercent: 0,
};

const stale = new Error("stale");

type SaveDraft = (change: CampaignChange) => Promise<Campaign>;

function storeWith(save: SaveDraft) {
  return new DraftStore({
    stored: campaign,
    draftOf: (stored: Campaign) => draftOf(stored, "tr"),
    changesBetween,
    savedAfter,
    save,
    isConflict: (error) => error === stale,
    pauseMillis: 60_000,
  });
}

/** A server with one row and a version. */
function keepingServer() {
  const asked: CampaignChange[] = [];
  let { version } = campaign;
  const save: SaveDraft = async (change) => {
    asked.push(change);
    if (change.version !== version) throw stale;
    version += 1;
    return { ...campaign, version };
  };
  return { save, asked, overtake: () => ++version };
}

test("only what changed travels, on the version that was read", async () => {
  const server = keepingServer();
  const store = storeWith(server.save);
  store.change({ name: "Yaz" });
  expect(await store.flush()).toBe(true);
  store.change({ priority: "high" });
  expect(await store.flush()).toBe(true);
  expect(server.asked).toEqual([
    { name: "Yaz", version: 1 },
    { priority: "high", version: 2 },
  ]);
});

test("a change made while saving is saved next", async () => {
  const server = keepingServer();
  const gate = Promise.withResolvers<void>();
  const store = storeWith(async (change) => {
    if (server.asked.length === 0) await gate.promise;
    return server.save(change);
  });
  store.change({ name: "Yaz" });
  const first = store.flush();
  store.change({ name: "Yaz sonu" });
  const second = store.flush();
  gate.resolve();
  await first;
  expect(await second).toBe(true);
  expect(server.asked.map(({ name }) => name)).toEqual(["Yaz", "Yaz sonu"]);
});

test("a stale version stops saving until somebody decides", async () => {
  const server = keepingServer();
  const store = storeWith(server.save);
  server.overtake();
  store.change({ name: "Yaz" });
  expect(await store.flush()).toBe(false);
  expect(store.read().saveState).toBe("conflict");
  await store.resolve({ ...campaign, name: "Kış", version: 2 }, "mine");
  expect(store.read()).toMatchObject({ saveState: "saved", version: 3, draft: { name: "Yaz" } });
});

test("an empty name and a past time are held back without stopping the rest", async () => {
  const server = keepingServer();
  const store = storeWith(server.save);
  store.change({ name: " ", scheduledAt: new Date(0), priority: "high" });
  await store.flush();
  expect(server.asked).toEqual([{ priority: "high", version: 1 }]);
  await vi.waitFor(() => expect(store.read().saveState).toBe("saved"));
});

test("of the timing only what changed travels, and half a rule waits until it is one", async () => {
  const server = keepingServer();
  const store = storeWith(server.save);
  const recurrence = {
    rrule: "FREQ=WEEKLY;BYDAY=M",
    start: { date: "2026-12-01", time: "10:00" },
    exceptDates: [],
    overlap: "skip",
    missed: "one",
  } as const;
  const change = (part: Partial<CampaignTiming>) =>
    store.change({ timing: { ...store.read().draft.timing, ...part } });
  change({ throttlePerMinute: 60, recurrence: { ...recurrence, exceptDates: [] } });
  await store.flush();
  const whole = { ...recurrence, exceptDates: [], rrule: "FREQ=WEEKLY;BYDAY=MO" };
  change({ recurrence: whole });
  await store.flush();
  change({ recurrence: null });
  await store.flush();
  expect(server.asked).toEqual([
    { timing: { throttlePerMinute: 60 }, version: 1 },
    { timing: { recurrence: whole }, version: 2 },
    { timing: { recurrence: null }, version: 3 },
  ]);
  expect(store.read().saveState).toBe("saved");
});

test("sending hours that are not complete are held back", async () => {
  const server = keepingServer();
  const store = storeWith(server.save);
  const timing = { ...campaign.timing, sendingWindow: everyDay("09:00", "") };
  store.change({ timing, priority: "high" });
  await store.flush();
  store.change({ timing: { ...timing, sendingWindow: everyDay("09:00", "18:00") } });
  await store.flush();
  expect(server.asked).toEqual([
    { priority: "high", version: 1 },
    { timing: { sendingWindow: everyDay("09:00", "18:00") }, version: 2 },
  ]);
});
