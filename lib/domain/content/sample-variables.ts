import { type CouponVariables, lastDayIn, sandboxCode } from "@/lib/domain/coupons/allocation/coupon-words";
import { toInterfaceLocale } from "@/lib/domain/users/interface-locale";
import { contactVariables } from "./contact-variables";
import type { Variables } from "./liquid/compile-text";

/** A made-up person in each language, for previews and checks before anybody is chosen. */
const people = {
  tr: { firstName: "Ayşe", lastName: "Yılmaz", country: "TR", city: "İzmir", phone: "+905321234567" },
  en: { firstName: "Emma", lastName: "Clarke", country: "GB", city: "Leeds", phone: "+447700900123" },
} as const;

export const sampleUnsubscribeUrl = "https://example.com/unsubscribe";

/** What previews and checks show of a coupon; no code of any batch. */
export function sampleCoupon(language: string): CouponVariables {
  const day = Date.UTC(new Date().getUTCFullYear(), 11, 31, 12);
  return {
    code: sandboxCode,
    offer: toInterfaceLocale(language) === "tr" ? "Örnek teklif" : "Sample offer",
    expires_at: lastDayIn(language, { endsAt: new Date(day), timeZone: "UTC" }),
    url: "https://example.com/r/sample",
  };
}

export function sampleVariables(language: string, workspaceName = "PushPilot"): Variables {
  const locale = toInterfaceLocale(language);
  const { phone, ...person } = people[locale];
  return contactVariables({
    contact: { ...person, externalId: "u-1024", locale, attributes: {} },
    email: locale === "tr" ? "ayse@example.com" : "emma@example.com",
    phone,
    workspaceName,
    unsubscribeUrl: sampleUnsubscribeUrl,
    coupon: sampleCoupon(language),
  });
}
