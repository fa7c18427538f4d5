import type { Channel } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import type { Content } from "../content";
import { actionsShown, contentRules, isPush } from "../content-rules";
import { type ContentProblem, contentProblem } from "./content-problem";

/** Buttons under a message, where the channel shows any. */
export function checkActions(
  { language }: Content,
  channel: Channel,
  { actions }: RenderedContent,
): ContentProblem[] {
  if (!contentRules[channel].fields.includes("actions")) return [];
  const field = "actions";
  const problems: ContentProblem[] = [];
  if (actions.some(({ title }) => title.trim() === ""))
    problems.push(contentProblem("action_without_title", { language, field }));
  if (channel === "telegram" && actions.some(({ url }) => !url))
    problems.push(contentProblem("action_without_url", { severity: "warning", language, field }));
  if (isPush(channel)) problems.push(...checkNumber(actions.length, language));
  return problems;
}

function checkNumber(count: number, language: string): ContentProblem[] {
  const { advised, max } = actionsShown;
  const given = { language, field: "actions" } as const;
  if (count > max) return [contentProblem("too_many_actions", { ...given, values: { count, max } })];
  if (count <= advised) return [];
  return [contentProblem("many_actions", { ...given, severity: "warning", values: { count, advised } })];
}
