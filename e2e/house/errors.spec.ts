import { AxeBuilder } from "@axe-core/playwright";
import { errorCodes } from "@/lib/platform/errors";
import { expect, test } from "../fixtures/test";

test("the type of a problem leads strangers to its cause and remedy", async ({ page, request, demo }) => {
  const refused = await request.get("/api/v1/contacts");
  const { type } = (await refused.json()) as { type: string };
  await page.goto(new URL(type, demo.url).href);
  const entry = page.locator(":target");
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText("Not signed in");
  await expect(entry).toContainText("401");
  for (const code of errorCodes) await expect(page.locator(`#${code}`)).toContainText(code);
});

for (const [locale, heading] of [
  ["tr-TR", "API hataları"],
  ["en-GB", "Errors of the API"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    for (const colorScheme of ["light", "dark"] as const) {
      test(`the page of errors reads well in ${colorScheme}, on a phone too`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 360, height: 780 });
        await page.goto("/docs/errors");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((violation) => violation.id)).toEqual([]);
      });
    }
  });
}
