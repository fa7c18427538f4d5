import { foldText } from "@/lib/domain/contacts/contact";
import { isUuid } from "@/lib/platform/uuid";

export const consentModes = ["opt_out", "opt_in"] as const;
export const planTypes = ["free", "pro", "enterprise"] as const;

export type ConsentMode = (typeof consentModes)[number];
export type PlanType = (typeof planTypes)[number];

const atlanticEurope = ["Azores", "Canary", "Faroe", "Madeira", "Reykjavik"].map(
  (place) => `Atlantic/${place}`,
);
const zonesOfPriorConsent: ReadonlySet<string> = new Set([
  ...atlanticEurope,
  "Arctic/Longyearbyen",
  "Asia/Famagusta",
  "Asia/Istanbul",
  "Asia/Nicosia",
  "Turkey",
]);

/** Marketing needs a prior yes in Turkey and the EU; where a workspace is from elsewhere, not having said no may do. */
export const consentModeFor = (timeZone: string): ConsentMode =>
  timeZone.startsWith("Europe/") || zonesOfPriorConsent.has(timeZone) ? "opt_in" : "opt_out";

export const workspaceNameCharsMax = 80;
export const slugCharsMax = 48;

/** First parts of addresses that are ours. */
const reservedSlugs = new Set([
  ..."about account admin api app apple-icon assets auth billing blog c callback dev docs e favicon fonts forgot-password health help".split(
    " ",
  ),
  ..."home hooks icon images inbox invite invites legal login logout me new o p preferences pricing privacy public r".split(
    " ",
  ),
  ..."register reset-password robots sdk settings sign-in sign-out sign-up sitemap static status support t terms track u unsubscribe".split(
    " ",
  ),
  ..."users workspace workspaces www".split(" "),
]);

export function isUsableSlug(slug: string): boolean {
  return (
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(slug) &&
    slug.length <= slugCharsMax &&
    !slug.includes("--") &&
    !reservedSlugs.has(slug) &&
    !isUuid(slug)
  );
}

/** The address a name suggests: "Işık Çiçekçilik" gives "isik-cicekcilik". */
export function slugOf(name: string): string {
  const slug = trimDashes(
    foldText(name)
      .replace(/['’]/g, "")
      .replace(/[^a-z0-9]+/g, "-"),
  );
  const short = trimDashes(slug.slice(0, slugCharsMax - 6));
  return isUsableSlug(short) ? short : trimDashes(`team-${short}`.slice(0, slugCharsMax - 6));
}

/** The n-th attempt at a free address. */
export const slugCandidate = (slug: string, attempt: number): string =>
  attempt === 0 ? slug : `${slug}-${attempt + 1}`;

const trimDashes = (text: string): string => text.replace(/^-+|-+$/g, "");
