import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";

const t = wordsOf("en", "jobs");
const tShell = wordsOf("en", "shell");

test("a job's file is asked for when somebody wants it, and not for merely showing the tray", async ({
  page,
  request,
  signIn,
  demo,
  home,
}) => {
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const started = await request.post("/api/v1/contacts/imports", {
    headers: { ...headers, "content-type": "text/csv" },
    data: "external_id,email\ntray-1,not-an-address\n",
  });
  const { id } = (await started.json()) as { id: string };
  const status = async () =>
    ((await (await request.get(`/api/v1/jobs/${id}`, { headers })).json()) as { status: string }).status;
  await expect.poll(status).toBe("completed");

  await signIn("owner");
  await page.goto(home);
  const asked: string[] = [];
  page.on("request", (one) => {
    if (/\/(errors|file)(\?|$)/.test(one.url())) asked.push(one.url());
  });
  await page.getByRole("button", { name: tShell("tasks.title") }).click();
  const link = page.getByRole("link", { name: t("errorFile") }).first();
  await link.hover();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});
