import type { Channel } from "@/lib/domain/channels/channel";
import { checkContent } from "@/lib/domain/content/check/check-content";
import { type ContentProblem, isBlocking, pathOfProblem } from "@/lib/domain/content/check/content-problem";
import { contentRules } from "@/lib/domain/content/content-rules";
import { noProvider } from "@/lib/domain/providers/require-active-provider";
import {
  type Definition,
  isUnfinished,
  type MessageStep,
  messageSteps,
  type PropertyCondition,
  type Step,
} from "./definition";
import type { DefinitionProblem } from "./definition-problem";

const blocking = (
  code: DefinitionProblem["code"],
  pointer: string,
  detail: string,
  stepId: string | null = null,
): DefinitionProblem => ({
  severity: "blocking",
  code,
  pointer: `definition.${pointer}`,
  stepId,
  channel: null,
  content: null,
  detail,
});

/** Everything that stands in the way of publishing, or deserves a second look; in the order of the definition. */
export function findDefinitionProblems(
  definition: Definition,
  activeChannels: ReadonlySet<Channel>,
): DefinitionProblem[] {
  const { trigger, steps, exits } = definition;
  const problems: DefinitionProblem[] = [];
  if (trigger.kind === "event")
    problems.push(...problemsOfEvent(trigger, "trigger", "Say which event brings people in."));
  if (steps.length === 0) problems.push(blocking("no_step", "steps", "Add a step first."));
  else if (messageSteps(definition).length === 0)
    problems.push(blocking("no_message", "steps", "Add a message: without one nobody notices anything."));
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    if (seen.has(step.id))
      problems.push(blocking("duplicate_step", `steps.${index}.id`, "Two steps have this id.", step.id));
    seen.add(step.id);
    problems.push(...problemsOfStep(step, index, steps, activeChannels));
  }
  for (const [index, exit] of exits.entries())
    if (exit.kind === "event")
      problems.push(...problemsOfEvent(exit, `exits.${index}`, "Say which event takes people out."));
  return problems;
}

type Asked = { event: string; where: readonly PropertyCondition[] };

function problemsOfEvent(
  { event, where }: Asked,
  at: string,
  noEvent: string,
  stepId: string | null = null,
): DefinitionProblem[] {
  const detail = "Say which property it is about, and what it is compared with.";
  const open = where.flatMap((condition, index) =>
    isUnfinished(condition) ? [blocking("unfinished_condition", `${at}.where.${index}`, detail, stepId)] : [],
  );
  return event === "" ? [blocking("no_event", `${at}.event`, noEvent, stepId), ...open] : open;
}

function problemsOfStep(
  step: Step,
  index: number,
  steps: readonly Step[],
  activeChannels: ReadonlySet<Channel>,
): DefinitionProblem[] {
  const isLast = index === steps.length - 1;
  if (step.kind === "message") return problemsOfMessage(step, index, activeChannels);
  if (step.kind === "condition") {
    const problems: DefinitionProblem[] = [];
    if (step.test.kind === "event")
      problems.push(
        ...problemsOfEvent(step.test, `steps.${index}.test`, "Say which event is asked about.", step.id),
      );
    if (step.otherwise === "skip_next" && isLast)
      problems.push(
        blocking("nothing_to_skip", `steps.${index}.otherwise`, "There is no next step to skip.", step.id),
      );
    return problems;
  }
  if (!isLast) return [];
  const pointer = `definition.steps.${index}`;
  const detail = "Nothing happens after this wait.";
  return [
    {
      severity: "warning",
      code: "wait_at_end",
      pointer,
      stepId: step.id,
      channel: null,
      content: null,
      detail,
    },
  ];
}

function problemsOfMessage(
  step: MessageStep,
  index: number,
  activeChannels: ReadonlySet<Channel>,
): DefinitionProblem[] {
  const at = `steps.${index}`;
  if (step.channels.length === 0)
    return [blocking("no_channel", `${at}.channels`, "Choose a channel.", step.id)];
  if (new Set(step.channels).size < step.channels.length)
    return [blocking("duplicate_channel", `${at}.channels`, "A channel is there twice.", step.id)];
  if (step.contents.length === 0)
    return [blocking("no_content", `${at}.contents`, "Write the message first.", step.id)];
  const withoutProvider = step.channels.filter((channel) => !activeChannels.has(channel));
  return [
    ...step.channels.flatMap((channel) => problemsOfContents(step, channel, `${at}.contents`)),
    ...withoutProvider.map((channel) => ({
      ...blocking("no_provider", `${at}.channels`, noProvider(channel).detail, step.id),
      channel,
    })),
  ];
}

function problemsOfContents(step: MessageStep, channel: Channel, at: string): DefinitionProblem[] {
  const problems = checkContent(step.contents, channel, { category: step.category });
  return problems
    .filter((problem) => !isForAnother(step, problem))
    .map((problem) => {
      const language = step.contents.findIndex((content) => content.language === problem.language);
      return {
        severity: isBlocking(problem) ? "blocking" : "warning",
        code: "content",
        pointer: `definition.${at}.${Math.max(0, language)}.${pathOfProblem(problem)}`,
        stepId: step.id,
        channel,
        content: problem,
        detail: problem.detail,
      };
    });
}

/** The channels of a step share its text: what one of them leaves out may be for another. */
const isForAnother = ({ channels }: MessageStep, { code, field }: ContentProblem): boolean =>
  code === "field_unused" &&
  channels.some((channel) => contentRules[channel].fields.some((used) => used === field));
