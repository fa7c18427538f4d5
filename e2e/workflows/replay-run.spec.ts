import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";

const t = wordsOf("en", "workflows");
const tShell = wordsOf("en", "shell");
const tMembers = wordsOf("en", "members");

test("a pasted id opens its run, whose rows open by keyboard, and whose replay is a run of its own", async ({
  page,
  request,
  signIn,
  demo,
  home,
}) => {
  const headers = { authorization: `Bearer ${demo.apiKey}` };
  const started = await request.post("/api/v1/contacts/imports", {
    headers: { ...headers, "content-type": "text/csv" },
    data: "external_id,email\nreplay-1,replay@example.com\n",
  });
  const job = ((await started.json()) as { id: string }).id;
  const runs = async () => {
    const answer = await request.get(`/api/v1/workflows/runs?about=${job}`, { headers });
    return ((await answer.json()) as { data: { id: string; status: string }[] }).data;
  };
  await expect.poll(async () => (await runs()).map(({ status }) => status)).toEqual(["completed"]);
  const id = (await runs())[0]?.id ?? "";

  await signIn("owner");
  await page.goto(home);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: tShell("palette") }).fill(id);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${home}/workflows/runs/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("names.run-job"));

  const row = page.getByRole("button", { name: "slice 1" });
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(row).toHaveAttribute("aria-expanded", "true");

  await page.getByRole("button", { name: t("replay"), exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(t("replayDescription"));
  await dialog.getByRole("button", { name: t("replayConfirm") }).click();
  await page.waitForURL((url) => url.pathname.includes("/workflows/runs/") && !url.pathname.endsWith(id));
  await expect(page.getByRole("link", { name: t("firstRun") })).toHaveAttribute(
    "href",
    `${home}/workflows/runs/${id}`,
  );
  expect(await runs()).toHaveLength(2);
});

test("a member is shown no way to the workflows, and told whom to ask", async ({ page, signIn, home }) => {
  await signIn("member");
  await page.goto(`${home}/workflows`);
  await expect(page.getByText(tMembers("forbidden.title"))).toBeVisible();
  await expect(page.getByRole("link", { name: tShell("navigation.workflows") })).toHaveCount(0);
});
