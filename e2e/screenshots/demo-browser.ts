import { writeFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Demo } from "@/bin/start/demo-file";
import { signInAs } from "@/e2e/fixtures/sign-in";
import { cookieNames, type Theme } from "@/lib/browser/preferences";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { toWebp } from "./to-webp";

export type Look = { locale: InterfaceLocale; theme: Theme };

export type Scene = {
  name: string;
  looks: readonly Look[];
  /** Brings what is to be seen onto the page. */
  prepare: (stage: Stage) => Promise<void>;
};

export type Stage = {
  page: Page;
  look: Look;
  /** Goes to a path of the demo workspace in the look's language. */
  visit: (path: string) => Promise<void>;
  /** Asks the API as the owner in that workspace. */
  ask: <Answer>(method: "GET" | "POST", path: string, body?: unknown) => Promise<Answer>;
};

const workspaces: Record<InterfaceLocale, string> = { en: "harbor-coffee", tr: "lale-market" };
const size = { width: 1280, height: 800 };

export class DemoBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly demo: Demo,
    private readonly session: Awaited<ReturnType<BrowserContext["storageState"]>>,
  ) {}

  static async open(browser: Browser, demo: Demo): Promise<DemoBrowser> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signInAs(page, demo, "owner");
    const session = await context.storageState();
    await context.close();
    return new DemoBrowser(browser, demo, session);
  }

  /** Writes `docs/images/<scene>-<locale>-<theme>.webp`. */
  async shoot(scene: Scene, look: Look): Promise<void> {
    const context = await this.browser.newContext({
      storageState: this.session,
      viewport: size,
      deviceScaleFactor: 1.5,
      colorScheme: look.theme === "dark" ? "dark" : "light",
      reducedMotion: "reduce",
      locale: look.locale === "tr" ? "tr-TR" : "en-GB",
    });
    const preferences = { [cookieNames.locale]: look.locale, [cookieNames.theme]: look.theme };
    await context.addCookies(
      Object.entries(preferences).map(([name, value]) => ({ name, value, url: this.demo.url })),
    );
    const page = await context.newPage();
    await scene.prepare(this.stageOf(page, look));
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    const picture = await toWebp(context, await page.screenshot());
    const file = `docs/images/${scene.name}-${look.locale}-${look.theme}.webp`;
    writeFileSync(file, picture);
    console.log(`${file}  ${Math.round(picture.byteLength / 1024)} KB`);
    await context.close();
  }

  private stageOf(page: Page, look: Look): Stage {
    const workspace = workspaces[look.locale];
    const { url } = this.demo;
    return {
      page,
      look,
      visit: async (path) => {
        await page.goto(`${url}/${workspace}${path}`);
        await page.locator("main").waitFor();
        await page.waitForLoadState("networkidle");
      },
      ask: async <Answer>(method: "GET" | "POST", path: string, body?: unknown) => {
        const answer = await page.request.fetch(`${url}/api/v1${path}`, {
          method,
          headers: { "x-workspace-id": workspace, origin: url },
          ...(body !== undefined && { data: body }),
        });
        if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
        return (await answer.json()) as Answer;
      },
    };
  }
}
