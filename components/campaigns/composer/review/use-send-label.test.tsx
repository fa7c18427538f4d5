import { readFileSync } from "node:fs";
import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { formats } from "@/i18n/formats";
import { timingDefault } from "@/lib/domain/timing/campaign-timing";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { useSendLabel } from "./use-send-label";

const nineInIstanbul = new Date("2027-05-01T06:00:00Z");

type Clock = "workspace" | "recipient";

function Label({ scheduledAt, clock }: { scheduledAt: Date | null; clock: Clock }) {
  const draft = {
    scheduledAt,
    scheduleType: scheduledAt ? "scheduled" : "send_now",
    timing: { ...timingDefault, clock },
  } as const;
  return useSendLabel(draft, "Europe/Istanbul")(1_200);
}

function readIn(
  locale: InterfaceLocale,
  timeZone: string,
  scheduledAt: Date | null,
  clock: Clock = "workspace",
): string {
  const campaigns = JSON.parse(
    readFileSync(`messages/${locale}/campaigns.json`, "utf8"),
  ) as AbstractIntlMessages;
  const page = (
    <NextIntlClientProvider
      locale={locale}
      timeZone={timeZone}
      formats={formats}
      now={new Date("2027-04-01T00:00:00Z")}
      messages={{ campaigns }}
    >
      <Label scheduledAt={scheduledAt} clock={clock} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page);
}

describe("the button that sends", () => {
  it.each(["Europe/Istanbul", "America/New_York", "Asia/Kathmandu"])(
    "names the hour of the workspace and its zone to a reader in %s",
    (zone) => {
      const label = readIn("en", zone, nineInIstanbul);
      expect(label).toContain("1,200 people");
      expect(label).toContain("May 1, 2027, 9:00");
      expect(label).toContain("(Istanbul, GMT+3)");
      expect(readIn("tr", zone, nineInIstanbul)).toContain("1 May 2027 9:00 (İstanbul, GMT+3)");
    },
  );

  it("names no zone where the hour is each person's own", () => {
    const label = readIn("en", "America/New_York", nineInIstanbul, "recipient");
    expect(label).toContain("May 1, 2027, 9:00");
    expect(label).not.toContain("Istanbul");
  });

  it("names no hour where it sends now", () => {
    expect(readIn("en", "America/New_York", null)).toBe("Send to 1,200 people now");
  });
});
