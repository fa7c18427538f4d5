import { cursorOf } from "@/db/keyset";
import {
  type AutomationListFilter,
  type AutomationWithFigures,
  automationOrders,
  automationSorts,
  countAutomations,
  listAutomations as listRows,
} from "@/db/queries/automations/list-automations";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type ListInput, type Page, parsePage, parseSort, toPage } from "@/lib/platform/paging";
import type { Trigger } from "./definition";

type Input = ListInput & AutomationListFilter & { sort?: string | undefined };

export async function listAutomations(
  ctx: WorkspaceContext,
  { q, status, triggerKind, ...input }: Input,
): Promise<Page<AutomationWithFigures & { trigger: Trigger }>> {
  ctx.require("automations.read");
  const order = automationOrders[parseSort(input.sort, automationSorts)];
  const page = parsePage(input, order.keys.length);
  const filter = { q, status, triggerKind };
  const [rows, total] = await Promise.all([
    listRows(ctx.scope, filter, order, page),
    countAutomations(ctx.scope, filter),
  ]);
  const result = toPage(rows, page.limit, (row) => cursorOf(order, row), total);
  return { ...result, data: result.data.map((row) => ({ ...row, trigger: row.draft.trigger })) };
}
