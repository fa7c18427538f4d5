import { expect, it } from "vitest";
import { renderRedeemPage } from "./redeem-page";

const shown = {
  state: "usable",
  code: "YAZ-20<",
  qrCode: null,
  offer: "Yaz",
  description: "",
  workspace: "Harbor",
  startsAt: null,
  endsAt: new Date("2026-12-05T21:00:00Z"),
  timeZone: "Europe/Istanbul",
  locale: "en",
} as const;

const pageOf = (change: object = {}) => renderRedeemPage(null, { ...shown, ...change }).text();

it("promises the whole last day only where the offer ends with it, in its own zone", async () => {
  expect(await pageOf()).toContain("Valid until December 5, 2026, end of the day");
  const early = await pageOf({ endsAt: new Date("2026-12-05T06:30:00Z") });
  expect(early).toContain("Valid until December 5, 2026 at 09:30 AM GMT+3");
  expect(early).not.toContain("end of the day");
  expect(await pageOf({ timeZone: "UTC", locale: "tr" })).toContain("5 Aralık 2026 21:00 UTC");
  expect(await pageOf({ endsAt: null })).toContain("Valid until further notice");
});

it("reads the code out to whoever hears the page, and lets no code write into it", async () => {
  const page = await pageOf();
  expect(page).toContain('aria-label="Code: YAZ-20&lt;"');
  expect(page).not.toContain("YAZ-20<");
});
