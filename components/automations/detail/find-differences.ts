import { isSame } from "@/lib/browser/draft/is-same";
import type { Definition, Step } from "@/lib/domain/automations/definition";

export type Difference =
  | { kind: DefinitionPart }
  | { kind: "added" | "removed"; step: Step; number: number }
  | { kind: "moved"; step: Step; number: number; from: number }
  | { kind: "changed"; before: Step; after: Step; number: number };

const parts = ["trigger", "startsAt", "reentry", "audience", "exits"] as const;

/** Beside the steps. */
export type DefinitionPart = (typeof parts)[number];

/** What has to be done to one definition to make it the other, in the order of the screen. */
export function findDifferences(before: Definition, after: Definition): Difference[] {
  const changedParts = parts
    .filter((kind) => !isSame(before[kind] ?? null, after[kind] ?? null))
    .map((kind): Difference => ({ kind }));
  return [
    ...changedParts.filter(({ kind }) => kind !== "exits"),
    ...differencesOfSteps(before, after),
    ...changedParts.filter(({ kind }) => kind === "exits"),
  ];
}

function differencesOfSteps(before: Definition, after: Definition): Difference[] {
  const remaining = before.steps.filter(({ id }) => after.steps.some((step) => step.id === id));
  const kept = after.steps.filter(({ id }) => remaining.some((step) => step.id === id));
  const found = after.steps.flatMap((step, index): Difference[] => {
    const number = index + 1;
    const from = before.steps.findIndex(({ id }) => id === step.id);
    const old = before.steps[from];
    if (!old) return [{ kind: "added", step, number }];
    // What only stands elsewhere because others came or went has not been moved.
    const isMoved = remaining.indexOf(old) !== kept.indexOf(step);
    return [
      ...(isMoved ? [{ kind: "moved" as const, step, number, from: from + 1 }] : []),
      ...(isSame(old, step) ? [] : [{ kind: "changed" as const, before: old, after: step, number }]),
    ];
  });
  const removed = before.steps.flatMap((step, index): Difference[] =>
    remaining.includes(step) ? [] : [{ kind: "removed", step, number: index + 1 }],
  );
  return [...found, ...removed];
}

export type MessagePart = "channels" | "category" | "contents" | "coupon" | "delivery" | "tracking";

/** Which parts of a message are others. */
export function findMessageDifferences(before: Step, after: Step): MessagePart[] {
  if (before.kind !== "message" || after.kind !== "message") return [];
  const differs: Record<MessagePart, boolean> = {
    channels: !isSame(before.channels, after.channels),
    category: before.category !== after.category,
    contents: !isSame(before.contents, after.contents),
    coupon:
      (before.couponBatchId ?? null) !== (after.couponBatchId ?? null) ||
      (before.couponHoldoutPercent ?? 0) !== (after.couponHoldoutPercent ?? 0),
    delivery:
      before.isBestTime !== after.isBestTime ||
      before.ttlSeconds !== after.ttlSeconds ||
      before.priority !== after.priority,
    tracking: !isSame(before.tracking, after.tracking),
  };
  return (Object.keys(differs) as MessagePart[]).filter((part) => differs[part]);
}
