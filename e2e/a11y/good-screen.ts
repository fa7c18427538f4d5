import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "@/e2e/fixtures/test";

/** An e-mail in its sandboxed frame is the sender's own page and lets no script in. */
const foreign = "iframe";

/** React marks each node that it has taken over; until then a button of the server's page does nothing. */
async function awaitScripts(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button")].every((button) =>
      Object.keys(button).some((key) => key.startsWith("__reactProps$")),
    ),
  );
}

/** No finding of WCAG 2.2 AA, and nothing that runs off the screen sideways. */
export async function expectGoodScreen(page: Page, name: string): Promise<void> {
  await awaitScripts(page);
  // A link half under the sticky bar is no small target: the page scrolls.
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    .exclude(foreign)
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    name,
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0);
}
