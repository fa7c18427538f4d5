import { isPast } from "@/lib/domain/campaigns/campaign-input";
import { checkContent } from "@/lib/domain/content/check/check-content";
import {
  type ContentProblem,
  type ContentProblemCode,
  pathOfProblem,
} from "@/lib/domain/content/check/content-problem";
import type { InvalidParam } from "@/lib/platform/errors";
import type { Notice } from "../notification-document";

/** A message waits for people in an automation, which takes a while. */
const stepTtlSecondsMin = 60;

/** What keeps a document from being taken, beside its form. */
export function findRefusals(
  { time, ttlSeconds }: Notice,
  problems: ContentProblem[],
  now: Date,
): InvalidParam[] {
  const ofLink = problems.filter(({ field }) => field === "deepLink").map(({ detail }) => detail);
  const refusals = problems
    .filter(isRefused)
    // The buttons lead there too, and are right once it is.
    .filter(({ field, detail }) => !(field === "actions" && ofLink.includes(detail)))
    .map(toParam);
  if (time.kind === "time_based" && time.sendAt && isPast(time.sendAt, now))
    refusals.push({
      pointer: "schedule.send_at",
      code: "past_date",
      detail: "This time is in the past. Choose a later one, or leave it out to say when it goes later.",
    });
  if (time.kind === "trigger_based" && ttlSeconds !== null && ttlSeconds < stepTtlSecondsMin)
    refusals.push({
      pointer: "ttl",
      code: "too_small",
      detail: `With a trigger a message needs ${stepTtlSecondsMin} seconds at least, or no ttl.`,
    });
  return refusals;
}

/** Once each, whatever the channel. What only other channels than the first leave out is no news. */
export function findContentProblems({ content, channels, time }: Notice, known: string[]): ContentProblem[] {
  const attributeNames = time.kind === "trigger_based" ? [...known, "event", "cart"] : known;
  const found = channels.flatMap((channel, index) =>
    checkContent([content], channel, { attributeNames }).filter(
      ({ code }) => index === 0 || code !== "field_unused",
    ),
  );
  return [
    ...new Map(found.map((problem) => [`${pathOfProblem(problem)} ${problem.detail}`, problem])).values(),
  ];
}

/** What no later change elsewhere makes right. */
const refused = new Set<ContentProblemCode>([
  "image_not_https",
  "unsafe_link",
  "reserved_key",
  "liquid_syntax",
  "liquid_unclosed",
  "unknown_filter",
  "unknown_tag",
  "render_limit",
]);

export const isRefused = ({ code }: ContentProblem): boolean => refused.has(code);

const keyOfField: Partial<Record<ContentProblem["field"], string>> = {
  imageUrl: "image",
  iconUrl: "icon",
  badgeUrl: "badge",
  deepLink: "data.deep_link",
};

/** By the document's own keys: what a button opens is its `action`. */
function pointerOf({ code, field, part, values }: ContentProblem): string {
  if (code === "reserved_key") return `data.${values.name}`;
  const key = keyOfField[field] ?? field;
  return part === null ? key : `${key}.${field === "actions" ? part.replace(/url$/, "action") : part}`;
}

export function toParam(problem: ContentProblem): InvalidParam {
  const { code, field, detail, values } = problem;
  return { pointer: pointerOf(problem), code, detail, values: { field, ...values } };
}
