import { findAutomation } from "@/db/queries/automations/automations";
import { listTests, meetsAsSupposed } from "@/db/queries/automations/tests";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import type { Definition } from "../definition";
import { filtersOf } from "../journey/filters-of";
import type { Scenario } from "./scenario";
import { type Moment, type Simulation, simulate } from "./simulate";

/** Runs the tests on the draft. Nothing is sent and nothing is stored. */
export async function runTests(ctx: WorkspaceContext, { automationId }: { automationId: string }) {
  ctx.require("automations.read");
  const [automation, tests] = await Promise.all([
    findAutomation(ctx.scope, automationId),
    listTests(ctx.scope, automationId),
  ]);
  if (!automation || !tests) throw notFound();
  const data: ({ id: string; name: string } & Outcome)[] = [];
  for (const { id, name, scenario } of tests)
    data.push({ id, name, ...judge(scenario, await runOne(ctx, automation.draft, scenario)) });
  return { data };
}

type Outcome = ReturnType<typeof judge>;

async function runOne(
  ctx: WorkspaceContext,
  definition: Definition,
  scenario: Scenario,
): Promise<Simulation> {
  const filters = [definition.audience, ...filtersOf(definition)];
  const answers = await meetsAsSupposed(ctx.scope, scenario.person, filters);
  const meets = new Map(
    filters.map((filter, position) => [JSON.stringify(filter), answers[position] ?? false]),
  );
  return simulate(definition, scenario, (filter) => meets.get(JSON.stringify(filter)) ?? false);
}

/** Every expected message at its minute, and no other. */
function judge({ expected }: Scenario, simulation: Simulation) {
  const left = [...simulation.messages];
  const missing = expected.filter((moment) => !takeFrom(left, moment));
  const isAsExpected = !simulation.isTooLong && missing.length === 0 && left.length === 0;
  return { ...simulation, missing, unexpected: left, passed: isAsExpected };
}

function takeFrom(moments: Moment[], { atMinutes, stepId }: Moment): boolean {
  const position = moments.findIndex((one) => one.atMinutes === atMinutes && one.stepId === stepId);
  if (position < 0) return false;
  moments.splice(position, 1);
  return true;
}
