import type { Channel } from "@/lib/domain/channels/channel";
import { cutText } from "@/lib/platform/http/input/unstorable-text";
import { consentColumnOf, consentsOf } from "../../consent-column";
import { findConsentWord } from "../consent-word";
import { addressTargets, findTargetOf, type ImportTarget, partsOf } from "../import-target";
import { cellsOf } from "../settle-types";
import { isOpenConsentHeading } from "./consent-heading";

type Columns = { headings: readonly string[]; rows: readonly string[][] };

/** PushPilot's own words about a row, which are not taken back in. */
const ownHeading = /^(error_(line|reason|column|value|text)|created_at|last_active_at)$/;

/** What a column of consents is for where no column holds addresses. */
const usualChannels: readonly Channel[] = ["email", "sms"];

/**
 * A target for every column: the first that names it wins, what is left is ignored or becomes an attribute. A column of
 * consents that names no channel is proposed for the channels whose addresses the file holds.
 */
export function proposeTargets(
  { headings, rows }: Columns,
  unknownColumns: "ignore" | "attributes",
): ImportTarget[] {
  const isOpen = headings.map((heading, at) => isOpenConsent({ headings, rows }, heading, at));
  const taken = new Set<ImportTarget>();
  const take = (target: ImportTarget): ImportTarget => {
    for (const part of partsOf(target)) taken.add(part);
    return target;
  };
  const targets = headings.map((heading, at): ImportTarget => {
    if (isOpen[at] || headings.indexOf(heading) !== at) return "ignore";
    const found = findTargetOf(heading);
    if (found) return partsOf(found).some((part) => taken.has(part)) ? "ignore" : take(found);
    if (unknownColumns === "ignore" || heading.trim() === "" || ownHeading.test(heading.trim()))
      return "ignore";
    return take(`attributes.${cutText(heading.trim(), 100)}`);
  });
  return targets.map((target, at) => {
    if (!isOpen[at]) return target;
    const channels = addressedChannels(targets).filter(
      (channel) => !taken.has(`consents.${channel}.marketing`),
    );
    return channels.length === 0 ? "ignore" : take(consentColumnOf(channels));
  });
}

/** Said by the heading and borne out by most of the cells; whoever writes something else is told so, row by row. */
function isOpenConsent({ headings, rows }: Columns, heading: string, at: number): boolean {
  if (headings.indexOf(heading) !== at) return false;
  if (!isOpenConsentHeading(heading) && findTargetOf(heading) !== "consents") return false;
  const cells = cellsOf(rows, at);
  const words = cells.filter((cell) => findConsentWord(cell));
  return words.length > 0 && words.length * 2 >= cells.length;
}

function addressedChannels(targets: readonly ImportTarget[]): readonly Channel[] {
  const channels: Channel[] = [
    ...(targets.includes("email") ? (["email"] as const) : []),
    ...(targets.includes("phone") ? (["sms"] as const) : []),
    ...addressTargets.filter((target) => targets.includes(target)),
  ];
  return channels.length > 0 ? channels : usualChannels;
}

/** Consents for several of the channels whose addresses the file holds: each two of them, and all. */
export function jointConsentsOf(targets: readonly ImportTarget[]): ImportTarget[] {
  const channels = addressedChannels(targets);
  const pairs = channels.flatMap((one, at) => channels.slice(at + 1).map((other) => [one, other]));
  return [...(channels.length > 2 ? [channels] : []), ...pairs].map(consentColumnOf);
}

/** Whether a column's target was proposed for channels that its heading does not name. */
export const isProposedConsent = (heading: string, target: ImportTarget): boolean =>
  consentsOf(target) !== undefined &&
  findTargetOf(heading) !== target &&
  (isOpenConsentHeading(heading) || findTargetOf(heading) === "consents");

export const ignoredReasons = [
  "duplicate_heading",
  "same_field",
  "not_mapped",
  "read_only",
  "unknown_heading",
] as const;

/** A column of which nothing is taken, and why. */
export type IgnoredColumn = {
  column: string;
  /** Counted from one. */
  position: number;
  reason: (typeof ignoredReasons)[number];
};

/** What columns of consents are taken for, so that whoever sent the file can see and change it. */
export const findConsentColumns = ({
  headings,
  targets,
}: Pick<Settled, "headings" | "targets">): { column: string; fills: ImportTarget }[] =>
  targets.flatMap((fills, at) => (consentsOf(fills) ? [{ column: headings[at] ?? "", fills }] : []));

type Settled = { headings: readonly string[]; targets: readonly ImportTarget[]; isMapped: boolean };

/** The columns that are not used. Those of an error file are nobody's and go without saying. */
export function findIgnoredColumns({ headings, targets, isMapped }: Settled): IgnoredColumn[] {
  return headings.flatMap((column, at) => {
    if (targets[at] !== "ignore" || /^error_/.test(column)) return [];
    return [{ column, position: at + 1, reason: reasonOf(headings, at, isMapped) }];
  });
}

function reasonOf(headings: readonly string[], at: number, isMapped: boolean): IgnoredColumn["reason"] {
  const heading = headings[at] ?? "";
  if (heading !== "" && headings.indexOf(heading) !== at) return "duplicate_heading";
  if (isMapped) return "not_mapped";
  if (ownHeading.test(heading)) return "read_only";
  return findTargetOf(heading) || isOpenConsentHeading(heading) ? "same_field" : "unknown_heading";
}
