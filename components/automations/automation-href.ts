import { hrefOf } from "@/components/layout/navigation";
import { toWireId } from "@/lib/contracts/wire/ids";

export const automationTabs = ["steps", "people", "figures", "tests"] as const;

export type AutomationTab = (typeof automationTabs)[number];

export const automationHref = (workspace: string, id: string, tab: AutomationTab = "steps"): string => {
  const path = hrefOf(workspace, `automations/${toWireId("automation", id)}`);
  return tab === "steps" ? path : `${path}?tab=${tab}`;
};

/** Who waits at a step now. */
export const waitingHref = (workspace: string, id: string, stepId: string): string =>
  `${automationHref(workspace, id, "people")}&status=active&step=${toWireId("step", stepId)}`;

export const enrolmentHref = (
  workspace: string,
  { automationId, id }: { automationId: string; id: string },
): string =>
  hrefOf(
    workspace,
    `automations/${toWireId("automation", automationId)}/people/${toWireId("enrolment", id)}`,
  );
