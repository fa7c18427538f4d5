import type { ContentProblem } from "@/lib/domain/content/check/content-problem";
import type { Notice, NotificationDocument } from "../notification-document";
import { purchasesField } from "../words/targeting-words";
import { isRefused, toParam } from "./check-notice";

/** Something that was taken and that nobody should be surprised about later. */
export type DocumentWarning = { pointer: string; code: string; detail: string };

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

export function findWarnings(known: Known): DocumentWarning[] {
  return [
    ...unused(known),
    ...ofAudience(known),
    ...known.converted.map((piece) => ({
      pointer: "",
      code: "converted",
      detail: `${piece} was made a variable in Liquid, {${piece}}.`,
    })),
    ...known.problems.filter((problem) => !isRefused(problem)).map(toWarning),
  ];
}

const toWarning = (problem: ContentProblem): DocumentWarning => {
  const { pointer, code, detail } = toParam(problem);
  return { pointer, code, detail };
};

const notActedUpon = (pointer: string): DocumentWarning => ({
  pointer,
  code: "not_acted_upon",
  detail: "Kept and given back, and nothing acts upon it yet.",
});

function unused({ document, notice }: Known): DocumentWarning[] {
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

function ofAudience({ document, notice, hasPurchases, tags }: Known): DocumentWarning[] {
  const { segments = [], targeting_rules: rules = {} } = document;
  const isAway = rules.last_activity?.trim().startsWith(">") ?? false;
  const byEvent = notice.time.kind === "trigger_based" && notice.time.trigger.kind !== "birthday";
  const purchases = purchasesField.slice("attributes.".length);
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
            detail: `No contact has the number attribute ${purchases} yet, which this asks about.`,
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
