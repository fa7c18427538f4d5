import type { ContentProblem } from "@/lib/domain/content/check/content-problem";
import type { InvalidParam } from "@/lib/platform/errors";
import type { Notice, NotificationDocument } from "../notification-document";
import { isRefused, toParam } from "./check-notice";

type Known = {
  document: NotificationDocument;
  notice: Notice;
  problems: ContentProblem[];
  converted: string[];
  /** Whether any contact has the attribute that `purchase_history` is about. */
  hasPurchases: boolean;
  /** Of the segments, those that are some contact's tag. */
  tags: ReadonlySet<string>;
};

/** What was taken and that nobody should be surprised about later. */
export function findWarnings(known: Known): InvalidParam[] {
  return [
    ...ofAudience(known),
    ...unused(known),
    ...known.converted.map((piece) => ({
      pointer: "",
      code: "converted",
      detail: `${piece} was made a variable in Liquid.`,
      values: { piece },
    })),
    ...known.problems.filter((problem) => !isRefused(problem)).map(toParam),
  ];
}

const notActedUpon = (pointer: string): InvalidParam => ({
  pointer,
  code: "not_acted_upon",
  detail: "Kept and given back, and nothing acts upon it yet.",
});

function unused({ document, notice }: Known): InvalidParam[] {
  const hooks = Object.entries(document.webhooks ?? {}).filter(([, address]) => address !== undefined);
  const [, ...others] = notice.channels;
  return [
    ...hooks.map(([name]) => notActedUpon(`webhooks.${name}`)),
    ...(document.ab_test_group === undefined ? [] : [notActedUpon("ab_test_group")]),
    ...(document.variant_id === undefined ? [] : [notActedUpon("variant_id")]),
    ...(notice.time.kind === "time_based" && others.length > 0
      ? [
          {
            pointer: "cep_strategy.channel_priority",
            code: "first_channel_only",
            detail: "A campaign goes over one channel, the first; the others are kept and given back.",
          },
        ]
      : []),
  ];
}

function ofAudience({ document, notice, hasPurchases, tags }: Known): InvalidParam[] {
  const { segments = [], targeting_rules: rules = {} } = document;
  const isAway = rules.last_activity?.trim().startsWith(">") ?? false;
  const byEvent = notice.time.kind === "trigger_based" && notice.time.trigger.kind !== "birthday";
  return [
    ...segments.flatMap((segment, index) =>
      tags.has(segment)
        ? []
        : [{ pointer: `segments.${index}`, code: "unknown_segment", detail: "No contact has this tag yet." }],
    ),
    ...(rules.purchase_history !== undefined && !hasPurchases
      ? [
          {
            pointer: "targeting_rules.purchase_history",
            code: "unknown_attribute",
            detail: "No contact has the number attribute purchase_history yet, which this asks about.",
          },
        ]
      : []),
    ...(isAway && byEvent
      ? [
          {
            pointer: "targeting_rules.last_activity",
            code: "reaches_hardly_anybody",
            detail:
              "What triggers the message is activity itself: hardly anybody has been away for so long at that moment. Leave this rule out, or turn it round with <.",
          },
        ]
      : []),
  ];
}
