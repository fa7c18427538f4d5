import { wallMillisAt } from "./zone-clock";

/** Where a person's zone is known from, in the order in which it is asked for. */
export const zoneSources = ["profile", "device", "country", "workspace"] as const;

export type ZoneSource = (typeof zoneSources)[number];

export type RecipientZone = { timeZone: string; source: ZoneSource };

export type ZoneClues = {
  /** IANA zones. */
  profile: string | null;
  device: string | null;
  /** ISO 3166-1: of the telephone number, else of the profile. */
  country: string | null;
};

/** The workspace's zone stands in for a person of whom nothing is known. */
export function recipientZone({ profile, device, country }: ZoneClues, workspaceZone: string): RecipientZone {
  if (profile) return { timeZone: profile, source: "profile" };
  if (device) return { timeZone: device, source: "device" };
  const ofCountry = country ? zoneOfCountry(country) : undefined;
  if (ofCountry) return { timeZone: ofCountry, source: "country" };
  return { timeZone: workspaceZone, source: "workspace" };
}

/** Where nearly everybody lives in one of several zones. */
const mainZones: Record<string, string> = {
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
};

const known = new Map<string, string | undefined>();

/** The zone of a country whose clocks agree; undefined for one such as the United States. */
export function zoneOfCountry(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  if (!known.has(country)) known.set(country, mainZones[country] ?? commonZone(zonesOf(country)));
  return known.get(country);
}

function zonesOf(country: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale("und", {
    region: country,
  });
  return locale.getTimeZones?.() ?? [];
}

/** One winter and one summer day stand for the rules of all. */
const samples = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

function commonZone([first, ...others]: string[]): string | undefined {
  if (first === undefined) return undefined;
  const agrees = (zone: string) => samples.every((at) => wallMillisAt(at, zone) === wallMillisAt(at, first));
  return others.every(agrees) ? first : undefined;
}
