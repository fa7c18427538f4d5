import { expect } from "@playwright/test";
import { wordsOf } from "@/e2e/campaigns/words";
import type { Look, Scene, Stage } from "./demo-browser";

const english: readonly Look[] = [
  { locale: "en", theme: "light" },
  { locale: "en", theme: "dark" },
];
const bothLanguages: readonly Look[] = [...english, { locale: "tr", theme: "light" }];

const slowSandbox = { throttled_share: 0, unavailable_share: 0, latency_ms: 350 };
const quickSandbox = { ...slowSandbox, latency_ms: 0 };

type Listed = { data: { id: string; name: string; status: string }[] };
type Progress = { totals: { audience: number; pending: number } | null };

const campaignOf = {
  en: {
    language: "en",
    title: "Your weekend espresso is on us",
    body: "Show this message until Sunday, {{ first_name }}. One cup each, in every shop in {{ city }}.",
    actions: [
      { id: "map", title: "Nearest shop" },
      { id: "later", title: "Remind me" },
    ],
  },
  tr: {
    language: "tr",
    title: "Hafta sonu kahveniz bizden",
    body: "Bu mesajı pazara kadar göstermeniz yeterli, {{ first_name }}. {{ city }} mağazalarımızın hepsinde geçerli.",
    actions: [
      { id: "map", title: "En yakın mağaza" },
      { id: "later", title: "Sonra hatırlat" },
    ],
  },
};

const everybody = { field: "country", operator: "is_set" };

const regulars = {
  and: [
    { field: "attributes.orders", operator: "gte", value: 3 },
    { field: "channels", operator: "contains", value: "app_push" },
    {
      or: [
        { field: "attributes.plan", operator: "equals", value: "gold" },
        { field: "created_at", operator: "within_last_days", value: 90 },
      ],
    },
  ],
};

async function draftCampaign({ ask, look }: Stage, audience: object = everybody): Promise<string> {
  const { id } = await ask<{ id: string }>("POST", "/campaigns", {
    name: look.locale === "tr" ? "Hafta sonu kahvesi" : "Weekend espresso",
    channel_type: "app_push",
    contents: [campaignOf[look.locale]],
    audience: { filter: audience },
  });
  return id;
}

async function showProgress(stage: Stage): Promise<void> {
  const { ask, page, visit } = stage;
  const id = await draftCampaign(stage);
  await ask("POST", "/sandbox/scenario", slowSandbox);
  await ask("POST", `/campaigns/${id}/schedule`, {});
  await visit(`/campaigns/${id}`);
  const shareDone = async () => {
    const { totals } = await ask<Progress>("GET", `/campaigns/${id}/progress`);
    return totals && totals.audience > 0 ? 1 - totals.pending / totals.audience : 0;
  };
  await expect.poll(shareDone, { timeout: 60_000, intervals: [200] }).toBeGreaterThan(0.4);
  const bar = page.getByRole("progressbar").first();
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  await ask("POST", "/sandbox/scenario", quickSandbox);
}

async function showHome({ page, look, visit }: Stage): Promise<void> {
  const hide = page.getByRole("button", { name: wordsOf(look.locale, "home")("setup.hide"), exact: true });
  await visit("?range=30d");
  await hide.click();
  await hide.waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
}

async function showReport({ ask, visit }: Stage): Promise<void> {
  const { data } = await ask<Listed>("GET", "/campaigns?status=sent&limit=2");
  await visit(`/campaigns/${data.at(-1)?.id}`);
}

async function showComposer(stage: Stage): Promise<void> {
  const { page, look, visit } = stage;
  const t = wordsOf(look.locale, "content");
  await visit(`/campaigns/${await draftCampaign(stage)}/edit`);
  const press = (word: string) => page.getByRole("button", { name: t(word), exact: true }).click();
  await page.getByRole("figure").filter({ visible: true }).first().waitFor();
  await press("preview.expanded");
  if (look.theme === "dark") await press("preview.dark");
}

async function showAudience(stage: Stage): Promise<void> {
  const { page, look, visit } = stage;
  const t = wordsOf(look.locale, "audience");
  await visit(`/campaigns/${await draftCampaign(stage, regulars)}/edit?step=audience`);
  await page
    .getByRole("region", { name: t("reach.title") })
    .and(page.locator("[aria-busy=false]"))
    .waitFor();
}

const file = [
  "Customer No;First name;Surname;E-mail address;Mobile;Country;Plan",
  "1001;Emma;Clarke;emma.clarke@example.com;+44 7700 900101;GB;gold",
  "1002;Oliver;Hughes;oliver.hughes@example.com;+44 7700 900102;GB;basic",
  "1003;Ayşe;Yılmaz;ayse.yilmaz@example.com;+90 532 000 00 01;TR;gold",
  "1004;Noah;Byrne;noah.byrne@example.com;+353 85 000 0001;IE;basic",
].join("\n");

async function showImport({ page, look, visit }: Stage): Promise<void> {
  const t = wordsOf(look.locale, "contacts");
  await visit("/contacts/import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: t("import.next"), exact: true }).click();
  await page.getByRole("combobox").first().waitFor();
}

/** The report comes before what sends: the newest campaigns are then the demo's, with people who opened them. */
export const scenes: readonly Scene[] = [
  { name: "home", looks: bothLanguages, prepare: showHome },
  { name: "composer", looks: bothLanguages, prepare: showComposer },
  { name: "audience", looks: english, prepare: showAudience },
  { name: "report", looks: english, prepare: showReport },
  { name: "contacts", looks: english, prepare: ({ visit }) => visit("/contacts") },
  { name: "import", looks: english, prepare: showImport },
  { name: "progress", looks: english, prepare: showProgress },
  { name: "sandbox", looks: english, prepare: ({ visit }) => visit("/sandbox") },
];
