import { wordsOf } from "@/e2e/campaigns/words";
import { expect, test } from "@/e2e/fixtures/test";

const t = wordsOf("en", "contacts");

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text as string),
});
const png = Buffer.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

test("a file is refused before it is sent for what is wrong with it, a consent is proposed, and an undo is shown", async ({
  page,
  signIn,
  home,
}) => {
  await signIn("owner");
  await page.goto(`${home}/contacts/import`);
  const choose = (file: ReturnType<typeof csv>) => page.locator('input[type="file"]').setInputFiles(file);

  await choose(csv("picture.csv", png));
  await expect(page.getByText(t("import.fileProblems.notCsv"))).toBeVisible();
  await choose(csv("open.csv", 'external_id,ad\nq-1,"açık\n'));
  await expect(
    page.getByText(t("import.fileProblems.quote_not_closed").replace("{line}", "2")),
  ).toBeVisible();

  await page.setViewportSize({ width: 360, height: 800 });
  await choose(csv("people.csv", "E-posta;Telefon;İzin;Not;Not\nundo-1@example.com;05321110099;Hayır;a;b\n"));
  await page.getByRole("button", { name: t("import.next") }).click();
  await expect(page.getByText(t("import.mapping.proposedConsent"))).toBeVisible();
  await expect(page.getByText(t("import.mapping.duplicateHeading").replace("{position}", "4"))).toBeVisible();
  await page.getByRole("button", { name: t("import.next") }).click();
  await page.getByRole("button", { name: t("import.check"), exact: true }).click();
  await page.getByRole("button", { name: "Import 1 contact" }).click();
  await page.getByRole("button", { name: t("import.undo") }).click();
  await page.getByRole("button", { name: "Delete 1 contact" }).click();
  await expect(page.getByText(t("import.undoneTitle"))).toBeVisible();
  await expect(page.getByRole("link", { name: t("import.showImported") })).toHaveCount(0);
  await page.getByRole("link", { name: t("import.importAgain") }).click();
  await expect(page.getByText(t("import.chooseFile"))).toBeVisible();
});
