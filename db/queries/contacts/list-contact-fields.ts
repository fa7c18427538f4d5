import type { WorkspaceScope } from "@/db/scope";

export type ContactFields = { tags: string[]; countries: string[]; attributes: string[] };

const sampleRows = 5_000;
const wordsMax = 200;

/** Words in use, by looking at the newest contacts: to choose from, not to rely on. */
export async function listContactFields(scope: WorkspaceScope): Promise<ContactFields> {
  const rows = await scope.sql<ContactFields>`
    with newest as materialized (
      select tags, country, attributes from contacts
      where workspace_id = ${scope.id} order by id desc limit ${sampleRows})
    select
      array(select distinct t from newest, unnest(tags) t order by t limit ${wordsMax}) as tags,
      array(select distinct country from newest where country is not null order by country limit ${wordsMax}) as countries,
      array(select distinct k from newest, jsonb_object_keys(attributes) k order by k limit ${wordsMax}) as attributes`;
  return rows[0] ?? { tags: [], countries: [], attributes: [] };
}
