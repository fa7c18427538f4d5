import { insertVersion, resetListeners } from "@/db/queries/automations/automations";
import { saveMessageCampaigns } from "@/db/queries/automations/message-campaigns";
import { triggerStep } from "@/db/queries/automations/passages";
import type { WorkspaceScope } from "@/db/scope";
import { listenedEvents, messageSteps } from "@/lib/domain/automations/definition";
import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";
import { type DemoWorkspace, demoPeople } from "../demo-workspaces";
import { steadyRandom } from "../steady-random";
import { type DemoAutomation, demoAutomations } from "./demo-automations";
import { type DemoEnrolment, demoEnrolments } from "./demo-enrolments";

/** Automations with the people who would have gone through them. `contactIds`: of the workspace, the oldest first. */
export async function insertDemoAutomations(
  tx: WorkspaceScope,
  workspace: DemoWorkspace,
  { contactIds, now }: { contactIds: string[]; now: Date },
): Promise<void> {
  for (const automation of demoAutomations(workspace, now)) {
    await insertAutomation(tx, automation);
    if (automation.recipe !== "abandoned_cart") continue;
    const random = steadyRandom(`${workspace.slug} carts`);
    const enrolments = demoEnrolments(automation, { people: contactIds.length, now, random });
    await insertEnrolments(tx, automation, { enrolments, contactIds, locale: workspace.locale });
    await insertTotals(tx, automation);
    await insertHours(tx, automation);
  }
  await resetListeners(tx);
}

async function insertAutomation(tx: WorkspaceScope, automation: DemoAutomation): Promise<void> {
  const { id, name, definition, publishedAt, createdAt } = automation;
  const by = demoPeople[0]?.name ?? "";
  await tx.sql`
    insert into automations (workspace_id, id, name, draft, trigger_kind, created_by, created_at)
    values (${tx.id}, ${id}, ${name}, ${tx.json(definition)}, ${definition.trigger.kind}, ${by}, ${createdAt})`;
  if (!publishedAt) return;
  const listens = listenedEvents(definition);
  await insertVersion(tx, { automationId: id, number: 1, definition, listens, by, from: publishedAt });
  await saveMessageCampaigns(tx, { automationId: id, name, by, steps: messageSteps(definition) });
}

/** Amounts are in the currency's smallest unit. */
const cartOf = {
  en: {
    currency: "GBP",
    total: 2490,
    items: [{ product_id: "p-1", name: "Filter coffee", category: "coffee", quantity: 2 }],
  },
  tr: {
    currency: "TRY",
    total: 64900,
    items: [{ product_id: "p-1", name: "Filtre kahve", category: "kahve", quantity: 2 }],
  },
} as const;

type People = { enrolments: DemoEnrolment[]; contactIds: string[]; locale: InterfaceLocale };

async function insertEnrolments(
  tx: WorkspaceScope,
  { id }: DemoAutomation,
  { enrolments, contactIds, locale }: People,
) {
  const rows = enrolments.map(({ person, passages, ...enrolment }) => ({
    ...enrolment,
    contactId: contactIds[person],
    count: passages.length,
    passages,
  }));
  await tx.sql`
    with given as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as r(id uuid, "contactId" uuid, "cartId" text, status text,
        "exitReason" text, "stepId" uuid, "dueAt" timestamptz, "enteredAt" timestamptz, "endedAt" timestamptz, count int,
        passages jsonb)),
    made as (
      insert into enrolments (workspace_id, id, automation_id, version_number, contact_id, entry_key, subject, status,
        exit_reason, step_id, due_at, triggered_at, properties, passages, entered_at, ended_at)
      select ${tx.id}, id, ${id}, 1, "contactId", 'cart:' || "cartId",
        jsonb_build_object('kind', 'cart', 'cartId', "cartId"), status, "exitReason", "stepId", "dueAt", "enteredAt",
        jsonb_build_object('cart_id', "cartId") || ${tx.json(cartOf[locale])},
        count, "enteredAt", "endedAt" from given)
    insert into enrolment_passages (workspace_id, enrolment_id, position, at, step_id, outcome, reason, detail)
    select ${tx.id}, g.id, p.position, (p.value ->> 'at')::timestamptz, (p.value ->> 'stepId')::uuid, p.value ->> 'outcome',
      p.value ->> 'reason', '{}'
    from given g, jsonb_array_elements(g.passages) with ordinality as p(value, position)`;
}

async function insertTotals(tx: WorkspaceScope, { id }: DemoAutomation): Promise<void> {
  await tx.sql`
    insert into automation_totals (workspace_id, automation_id, step_id, outcome, reason, people)
    select ${tx.id}, ${id}, coalesce(p.step_id, ${triggerStep}::uuid), p.outcome, coalesce(p.reason, ''),
      count(*)::int
    from enrolment_passages p join enrolments e on e.workspace_id = ${tx.id} and e.id = p.enrolment_id
    where p.workspace_id = ${tx.id} and e.automation_id = ${id} group by 3, 4, 5`;
}

/** All pushes arrive, two in five are opened, and half of these are followed. */
async function insertHours(tx: WorkspaceScope, { id }: DemoAutomation): Promise<void> {
  const draw = tx.fragment`abs(hashtext(e.id::text)) % 5`;
  await tx.sql`
    insert into campaign_hours (workspace_id, hour, campaign_id, channel, sent, delivered, opened, clicked, opens, clicks)
    select ${tx.id}, date_trunc('hour', p.at), p.step_id, 'app_push', count(*)::int, count(*)::int,
      (count(*) filter (where ${draw} < 2))::int, (count(*) filter (where ${draw} < 1))::int,
      (count(*) filter (where ${draw} < 2))::int, (count(*) filter (where ${draw} < 1))::int
    from enrolment_passages p join enrolments e on e.workspace_id = ${tx.id} and e.id = p.enrolment_id
    where p.workspace_id = ${tx.id} and e.automation_id = ${id} and p.outcome = 'sent' group by 2, 3`;
}
