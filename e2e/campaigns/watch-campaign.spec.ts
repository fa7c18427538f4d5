import type { Page, WebSocketRoute } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures/test";
import { createSlowWorkspace } from "./slow-workspace";
import { wordsOf } from "./words";

const people = 120;
const undoSeconds = 5;
const endsWithin = { timeout: 40_000 };
const t = wordsOf("en", "campaigns");
const tJob = wordsOf("en", "jobs");
const tShell = wordsOf("en", "shell");

test.beforeEach(({ signIn }) => signIn("owner"));

/** No repetition slower than the countdown's tick comes round any more: whatever polls is off. */
const stopPolling = (page: Page) =>
  page.addInitScript(() => {
    const repeat = window.setInterval.bind(window);
    const only = (run: TimerHandler, millis = 0, ...rest: unknown[]) =>
      millis < 500 ? repeat(run, millis, ...rest) : 0;
    Object.assign(window, { setInterval: only });
  });

/** Resolves when the server has let the page listen, on whichever connection: one may end with the page before. */
const listening = (page: Page) =>
  new Promise<void>((done) => {
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => {
        if (String(payload).includes("ready")) done();
      }),
    );
  });

/** The word beside the campaign's name. */
const state = (page: Page, words: string) =>
  page.getByRole("heading", { level: 1 }).locator("..").getByText(words, { exact: true });

/** How many people are done, as the bar says, each number once. */
async function watchBar(page: Page, until: () => Promise<boolean>): Promise<number[]> {
  const seen = new Set<number>();
  const bar = page.locator("main").getByRole("progressbar");
  await expect
    .poll(
      async () => {
        const [now] = await bar.evaluateAll((bars) => bars.map((one) => one.getAttribute("aria-valuenow")));
        if (now) seen.add(Number(now));
        return until();
      },
      { ...endsWithin, intervals: [100] },
    )
    .toBe(true);
  return [...seen].filter((done) => done > 0 && done < people);
}

test("a campaign's progress moves and ends by what the server says, without polling", async ({ page }) => {
  const { schedule } = await createSlowWorkspace(page, people);
  await stopPolling(page);
  const ready = listening(page);
  await page.goto(await schedule("Watched", undoSeconds));
  await ready;
  const isSent = () => state(page, t("statuses.sent")).isVisible();
  const moved = await watchBar(page, isSent);
  expect(moved.length).toBeGreaterThan(2);
  expect(moved).toEqual(moved.toSorted((left, right) => left - right));
  await expect(page.locator("main").getByText(String(people)).first()).toBeVisible();
});

test("a campaign's progress ends by polling once its connection is cut", async ({ page }) => {
  const { schedule } = await createSlowWorkspace(page, people);
  const connections: WebSocketRoute[] = [];
  let isCut = false;
  await page.routeWebSocket(/\/api\/realtime/, (connection) => {
    connections.push(connection);
    if (isCut) void connection.close();
    else connection.connectToServer();
  });
  let polls = 0;
  await page.goto(await schedule("Cut off", undoSeconds));
  await expect(page.locator("main").getByRole("progressbar")).toBeVisible(endsWithin);
  isCut = true;
  for (const connection of connections) await connection.close();
  page.on("request", (request) => {
    if (request.url().endsWith("/progress")) polls += 1;
  });
  await expect(state(page, t("statuses.sent"))).toBeVisible(endsWithin);
  expect(polls).toBeGreaterThan(1);
});

test("the list of campaigns, and the jobs, change when somebody else does something", async ({ page }) => {
  const { slug, post, schedule } = await createSlowWorkspace(page, 3);
  await stopPolling(page);
  const ready = listening(page);
  await page.goto(`/${slug}/campaigns`);
  await ready;
  await schedule("From elsewhere", 0);
  const row = page.getByRole("row", { name: "From elsewhere" });
  await expect(row).toBeVisible();
  await expect(row.getByText(t("statuses.sent"), { exact: true })).toBeVisible();

  await page.goto(`/${slug}/jobs`);
  await expect(page.getByText(tJob("emptyTitle"))).toBeVisible();
  await post("contacts/bulk-tag", { filter: {}, add_tags: ["seen"] });
  await expect(page.getByRole("row").getByText(tJob("statuses.completed"))).toBeVisible();
});

test("signing out ends the connection", async ({ page }) => {
  const opening = page.waitForEvent("websocket");
  await page.goto("/");
  const socket = await opening;
  await socket.waitForEvent("framereceived");
  await page.getByRole("button", { name: new RegExp(tShell("userMenu")) }).click();
  await page.getByRole("menuitem", { name: tShell("signOut") }).click();
  await page.waitForURL(/sign-in/);
  await expect.poll(() => socket.isClosed()).toBe(true);
});
