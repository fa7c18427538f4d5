import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { WorkspaceScope } from "@/db/scope";
import { type ConsentColumn, consentOf, isConsentColumn } from "@/lib/domain/contacts/consent-column";
import type { ExportColumn } from "@/lib/domain/contacts/exports/export-column";
import type { Delimiter, FormulaMode } from "@/lib/platform/csv/csv-dialect";
import { type SelectedRange, selectedContacts } from "./selected-contacts";

export type ExportPage = { count: number; last: string | undefined };

/** Puts the next page of a selection aside for `copyPage`; gives its size and last id. */
export async function prepareExportPage(tx: WorkspaceScope, range: SelectedRange): Promise<ExportPage> {
  const isEveryone = !range.contactIds && Object.keys(range.filter ?? {}).length === 0;
  const from = isEveryone ? tx.fragment`(${selectedContacts(tx, range)})` : tx.fragment`export_page`;
  if (!isEveryone) {
    await tx.sql`create temporary table export_page (id uuid primary key) on commit drop`;
    await tx.sql`insert into export_page ${selectedContacts(tx, range)}`;
  }
  const [row] = await tx.sql<{ count: number; last: string | null }>`
    with page as materialized (select id from ${from} as chosen order by id)
    select (select count(*)::int from page) as count,
      (select id from page offset greatest(0, (select count(*) - 1 from page)) limit 1) as last`;
  const last = row?.last ?? undefined;
  await tx.sql`
    select set_config('app.export_after', ${range.after ?? firstUuid}, true),
      set_config('app.export_last', ${last ?? firstUuid}, true),
      set_config('app.export_filtered', ${isEveryone ? "" : "on"}, true), set_config('datestyle', 'ISO', true)`;
  return { count: row?.count ?? 0, last };
}

const firstUuid = "00000000-0000-0000-0000-000000000000";

/**
 * The comparison settles nearly every cell by itself: what begins a formula sorts before the letters, or far behind
 * them. A plus before nothing but digits is no formula.
 */
const guarded = (column: string) =>
  `case when (${column} collate "C" < 'A' or ${column} collate "C" >= '＋') and left(${column}, 1) in ('=', '+', '-', '@', '＝', '＋', '－', '＠', '''', E'\\t', E'\\r', E'\\n') and ${column} !~ '^[+][0-9]+$' then '''' || ${column} else ${column} end`;

type Guard = (column: string) => string;

const guards: Record<FormulaMode, Guard> = { guarded, plain: (column) => column };

/** RFC 3339, cut from the text that the settings of the page make of it. */
const asInstant = (column: string) => `replace(left(${column}::text, 19), ' ', 'T') || 'Z'`;

const tagCell = (
  guard: Guard,
) => `case when c.tags = '{}' then '' when array_to_string(c.tags, '') ~ '[,;|]' then to_json(c.tags)::text
  else ${guard("array_to_string(c.tags, ',')")} end`;

/** A country, a kind, a language, a phone, a date and a JSON object cannot begin a formula. */
const cells: Record<
  Exclude<ExportColumn, `attributes.${string}` | ConsentColumn>,
  (guard: Guard) => string
> = {
  external_id: (guard) => guard("c.external_id"),
  kind: () => "c.kind",
  first_name: (guard) => guard("c.first_name"),
  last_name: (guard) => guard("c.last_name"),
  email: (guard) => guard("email.address"),
  phone: () => "phone.address",
  locale: () => "c.locale",
  time_zone: () => "c.time_zone",
  preferred_hour: () => "c.preferred_hour",
  country: () => "c.country",
  city: (guard) => guard("c.city"),
  birth_date: () => "c.birth_date",
  tags: tagCell,
  attributes: () => "nullif(c.attributes, '{}')",
  consents: () => "said.consents",
  created_at: () => asInstant("c.created_at"),
  last_active_at: () => asInstant("c.last_active_at"),
};

const inPage = (column: string) =>
  `${column} > current_setting('app.export_after')::uuid and ${column} <= current_setting('app.export_last')::uuid`;

/** COPY takes no parameters: the text is made of constants, and values travel as settings of the transaction. */
const ownWorkspace = "workspace_id = current_setting('app.workspace_id')::uuid";

type Format = { columns: readonly ExportColumn[]; delimiter: Delimiter; formulas?: FormulaMode | undefined };

/** Writes the prepared page as CSV. Guarded, cells that a spreadsheet would run begin with an apostrophe. */
export async function copyExportPage(
  tx: WorkspaceScope,
  { columns, delimiter, formulas = "guarded" }: Format,
  target: Writable,
): Promise<void> {
  const selected: string[] = [];
  for (const [position, column] of columns.entries()) {
    selected.push(await cellOf(tx, column, { position, guard: guards[formulas] }));
  }
  const addresses = [
    columns.includes("email") ? addressOf("email", "email") : "",
    columns.includes("phone") ? addressOf("phone", "sms") : "",
    columns.includes("consents") ? allConsents : "",
  ].join(" ");
  const [filtered] = await tx.sql<{
    on: boolean;
  }>`select current_setting('app.export_filtered') = 'on' as on`;
  const source = await tx.connection
    .unsafe(`copy (select ${selected.join(", ")} from contacts c ${addresses}
      where c.${ownWorkspace} and ${inPage("c.id")}
        ${filtered?.on ? "and c.id in (select id from export_page)" : ""}
      order by c.id) to stdout (format csv, delimiter E'${delimiter === "\t" ? "\\t" : delimiter}')`)
    .readable();
  await pipeline(source, target);
  // The driver pauses its socket when the stream is full and resumes it on the next read. When the end arrives with
  // the last rows there is no next read, and the connection would never hear from the server again.
  source._read(0);
}

/** One endpoint of a contact on a channel, the one that `email` and `phone` show if it can be written to at all. */
const addressOf = (name: "email" | "phone", channel: "email" | "sms") => `left join (
  select distinct on (contact_id) contact_id, address from subscriptions
  where ${ownWorkspace} and ${inPage("contact_id")} and channel = '${channel}' and status <> 'removed'
  order by contact_id, status <> 'active', created_at, id) ${name} on ${name}.contact_id = c.id`;

const allConsents = `left join (
  select contact_id, json_agg(json_build_object('channel', channel, 'category', category, 'status', status,
    'source', source, 'occurred_at', occurred_at) order by channel, category) as consents from consents
  where ${ownWorkspace} and ${inPage("contact_id")} group by contact_id) said on said.contact_id = c.id`;

/** Both words come from a closed list. */
function consentCell(column: ConsentColumn): string {
  const { channel, category } = consentOf(column);
  return `(select k.status from consents k where k.${ownWorkspace} and k.contact_id = c.id
    and k.channel = '${channel}' and k.category = '${category}')`;
}

async function cellOf(
  tx: WorkspaceScope,
  column: ExportColumn,
  { position, guard }: { position: number; guard: Guard },
): Promise<string> {
  if (isConsentColumn(column)) return consentCell(column);
  if (!column.startsWith("attributes.")) return cells[column as keyof typeof cells](guard);
  const name = column.slice("attributes.".length);
  await tx.sql`select set_config(${`app.export_attribute_${position}`}, ${name}, true)`;
  return guard(`(c.attributes ->> current_setting('app.export_attribute_${position}'))`);
}
