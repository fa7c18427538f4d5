import { createHash } from "node:crypto";
import type { WeekHours } from "@/lib/domain/timing/best-time";
import { countryOfPhone } from "@/lib/domain/timing/phone-country";
import { type RecipientZone, recipientZone } from "@/lib/domain/timing/recipient-zone";
import type { TimedPerson } from "@/lib/domain/timing/resolve-send-time";

/** What tells a person's zone. */
export type ZoneColumns = {
  contactId: string;
  profileZone: string | null;
  deviceZone: string | null;
  country: string | null;
  zonePhone: string | null;
};

/** And the hours at which the person likes to hear of us. */
export type TimingColumns = ZoneColumns & { preferredHour: number | null; hours: WeekHours | null };

export function zoneOf(columns: ZoneColumns, workspaceZone: string): RecipientZone {
  const { profileZone, deviceZone, country, zonePhone } = columns;
  const ofPhone = zonePhone === null ? null : countryOfPhone(zonePhone);
  return recipientZone(
    { profile: profileZone, device: deviceZone, country: ofPhone ?? country },
    workspaceZone,
  );
}

/** Between 0 and 1, from what never changes: the same person of the same run draws the same each time. */
export function drawOf(runId: string, contactId: string): number {
  const digest = createHash("sha256").update(`${runId}.${contactId}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

export const timedPerson = (
  runId: string,
  columns: TimingColumns,
  workspaceZone: string,
  everybody: WeekHours | null,
): TimedPerson => {
  const draw = drawOf(runId, columns.contactId);
  return {
    zone: zoneOf(columns, workspaceZone),
    bestTime: { preferredHour: columns.preferredHour, person: columns.hours, everybody, draw },
    entries: [],
    draw,
  };
};
