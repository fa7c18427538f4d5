import { z } from "zod";
import { channels, messageCategories } from "@/lib/domain/channels/channel";
import type { ConsentTopic } from "../consent-column";
import { pastMoment } from "../consents/consent-moment";
import { consentStatuses } from "../contact";
import type { ContactInput } from "../saving/prepare-contact";
import { findConsentWord } from "./consent-word";

/** A row as it is read: date and source go to each consent of the row that brings none. */
export type ImportInput = ContactInput & {
  consentDate?: Date | undefined;
  consentSource?: string | undefined;
};

/** False when the cell is neither a yes nor a no. */
export function fillConsent(input: ImportInput, topics: readonly ConsentTopic[], text: string): boolean {
  const status = findConsentWord(text);
  if (!status) return false;
  input.consents = [...(input.consents ?? []), ...topics.map((topic) => ({ ...topic, status }))];
  return true;
}

const consentList = z.array(
  z.strictObject({
    channel: z.enum(channels),
    category: z.enum(messageCategories),
    status: z.enum(consentStatuses),
    source: z.string().min(1).max(200).optional(),
    occurred_at: z.iso.datetime({ offset: true }).optional(),
  }),
);

/** All consents of a person in one cell, as an export writes them. */
export function fillConsents(input: ImportInput, value: unknown, now: Date): boolean {
  const parsed = consentList.safeParse(value);
  if (!parsed.success) return false;
  const moments = parsed.data.map(({ occurred_at }) => occurred_at && pastMoment(new Date(occurred_at), now));
  if (parsed.data.some(({ occurred_at }, at) => occurred_at && !moments[at])) return false;
  const listed = parsed.data.map(({ occurred_at: _, ...consent }, at) => ({
    ...consent,
    occurredAt: moments[at] || undefined,
  }));
  input.consents = [...listed, ...(input.consents ?? [])];
  return true;
}

/** The consents of a finished row, each with what the row says of all of them. */
export function settleConsents({ consentDate, consentSource, ...input }: ImportInput): ContactInput {
  if (!input.consents) return input;
  const consents = input.consents.map((consent) => ({
    ...consent,
    occurredAt: consent.occurredAt ?? consentDate,
    source: consent.source ?? consentSource,
  }));
  return { ...input, consents };
}
