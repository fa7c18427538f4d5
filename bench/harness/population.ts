import { createScenario, type Scenario } from "@/db/testing/scenario";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";
import type { LabDatabase } from "./lab";

/** Half of the contacts are in it. */
export const cohortFilter = { field: "attributes.cohort", operator: "equals", value: "in" } as const;

export type Population = Scenario & { database: LabDatabase; recipients: number; providerId: string };

/** A workspace with twice as many contacts as recipients; each has a device, every third a consent. */
export async function populate(database: LabDatabase, recipients: number): Promise<Population> {
  const scenario = await createScenario(database.sql);
  await scenario.ctx.transaction(createSandboxProviders);
  const { scope } = scenario;
  await scope.transaction(async (tx) => {
    await tx.sql`
      insert into contacts (workspace_id, id, external_id, first_name, last_name, locale, country, attributes, tags)
      select ${tx.id}, uuidv7(), 'person-' || n, 'Ayşe', 'Yılmaz', 'tr', 'TR',
        jsonb_build_object('cohort', case when n % 2 = 0 then 'in' else 'out' end, 'points', n), '{}'
      from generate_series(1, ${recipients * 2}::int) n`;
    await tx.sql`
      insert into subscriptions (workspace_id, id, contact_id, channel, address, address_key, platform)
      select c.workspace_id, uuidv7(), c.id, 'app_push', repeat('t', 140) || ':' || c.external_id,
        md5(c.external_id), 'android'
      from contacts c where c.workspace_id = ${tx.id} order by c.id`;
    await tx.sql`
      insert into consents (workspace_id, contact_id, channel, category, status, source, occurred_at)
      select c.workspace_id, c.id, 'app_push', 'marketing', 'granted', 'bench', now() from contacts c
      where c.workspace_id = ${tx.id} and (c.attributes ->> 'points')::int % 3 = 0`;
  });
  const [provider] = await scope.sql<{ id: string }>`
    select id from providers where workspace_id = ${scope.id} and channel = 'app_push'`;
  if (!provider) throw new Error("The workspace has no app push provider.");
  await database.sql.unsafe("vacuum analyze contacts, subscriptions, consents");
  await database.settle();
  return { ...scenario, database, recipients, providerId: provider.id };
}
