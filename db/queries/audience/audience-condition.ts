import type { Fragment } from "@/db/client";
import { escapeLike } from "@/db/escape-like";
import type { WorkspaceScope } from "@/db/scope";
import {
  type AudienceCondition,
  type AudienceFilter,
  type AudienceValue,
  attributeName,
} from "@/lib/domain/audience/audience-filter";
import { foldText } from "@/lib/domain/contacts/contact";

/** The filter as a condition on contacts `c`. Column names come from a closed list, values are parameters. */
export function audienceCondition(scope: WorkspaceScope, filter: AudienceFilter): Fragment {
  const { fragment } = scope;
  if ("and" in filter) return join(scope, filter.and, "and");
  if ("or" in filter) return join(scope, filter.or, "or");
  if ("not" in filter) return fragment`not coalesce(${audienceCondition(scope, filter.not)}, false)`;
  const attribute = attributeName(filter.field);
  if (attribute !== undefined) return attributeCondition(scope, attribute, filter);
  return fieldCondition(scope, filter);
}

/** `and` of nothing is everyone, `or` of nothing is nobody. */
function join(scope: WorkspaceScope, parts: AudienceFilter[], word: "and" | "or"): Fragment {
  const { fragment } = scope;
  const start = word === "and" ? fragment`true` : fragment`false`;
  const inner = parts.reduce<Fragment>((so, part) => {
    const next = audienceCondition(scope, part);
    return word === "and" ? fragment`${so} and ${next}` : fragment`${so} or ${next}`;
  }, start);
  return fragment`(${inner})`;
}

function fieldCondition(scope: WorkspaceScope, condition: AudienceCondition): Fragment {
  const { fragment } = scope;
  const { field, operator, value } = condition;
  if (field === "tags") {
    const has = fragment`${String(value)} = any(c.tags)`;
    return operator === "contains" ? has : fragment`not (${has})`;
  }
  if (field === "channels") {
    const has = fragment`exists (select 1 from subscriptions s where s.workspace_id = ${scope.id}
      and s.contact_id = c.id and s.channel = ${String(value)} and s.status = 'active')`;
    return operator === "contains" ? has : fragment`not ${has}`;
  }
  const column = fragment`c.${scope.name(field)}`;
  if (field === "birth_date") return dateCondition(scope, { column, cast: toDay }, condition);
  if (field.endsWith("_at")) return dateCondition(scope, { column, cast: toMoment }, condition);
  return textCondition(scope, column, condition);
}

function textCondition(
  scope: WorkspaceScope,
  column: Fragment,
  { operator, value }: AudienceCondition,
): Fragment {
  const { fragment } = scope;
  switch (operator) {
    case "equals":
      return fragment`${column} = ${String(value)}`;
    case "not_equals":
      return fragment`${column} is distinct from ${String(value)}`;
    case "in":
      return fragment`${column} = any(${texts(value)}::text[])`;
    case "not_in":
      return fragment`(${column} is null or ${column} <> all(${texts(value)}::text[]))`;
    case "contains":
      return fragment`${column} ilike ${`%${escapeLike(String(value))}%`}`;
    case "starts_with":
      return fragment`${column} ilike ${`${escapeLike(String(value))}%`}`;
    case "is_set":
      return fragment`coalesce(${column}, '') <> ''`;
    default:
      return fragment`coalesce(${column}, '') = ''`;
  }
}

type DateColumn = { column: Fragment; cast: (scope: WorkspaceScope, value: string) => Fragment };

function dateCondition(
  scope: WorkspaceScope,
  { column, cast }: DateColumn,
  { operator, value }: AudienceCondition,
): Fragment {
  const { fragment } = scope;
  switch (operator) {
    case "before":
      return fragment`${column} < ${cast(scope, String(value))}`;
    case "after":
      return fragment`${column} > ${cast(scope, String(value))}`;
    case "within_last_days":
      return fragment`${column} >= now() - make_interval(secs => ${Number(value) * 86_400})`;
    case "more_than_days_ago":
      return fragment`${column} < now() - make_interval(secs => ${Number(value) * 86_400})`;
    case "is_set":
      return fragment`${column} is not null`;
    default:
      return fragment`${column} is null`;
  }
}

const ownZone = (scope: WorkspaceScope) =>
  scope.fragment`(select w.time_zone from workspaces w where w.id = ${scope.id})`;

/** Without an offset it is a time in the workspace; without a time of day, midnight there. */
const toMoment = (scope: WorkspaceScope, value: string): Fragment =>
  hasOffset(value)
    ? scope.fragment`${value}::text::timestamptz`
    : scope.fragment`(${value}::text::timestamp at time zone ${ownZone(scope)})`;

const toDay = (scope: WorkspaceScope, value: string): Fragment =>
  hasOffset(value)
    ? scope.fragment`(${value}::text::timestamptz at time zone ${ownZone(scope)})::date`
    : scope.fragment`${value}::text::date`;

const hasOffset = (value: string): boolean => /T.*(Z|[+-]\d\d:\d\d)$/.test(value);

function attributeCondition(scope: WorkspaceScope, name: string, condition: AudienceCondition): Fragment {
  const { fragment } = scope;
  const { operator, value } = condition;
  const compared = (sign: Fragment) => fragment`(jsonb_typeof(c.attributes -> ${name}) = 'number'
    and c.attributes -> ${name} ${sign} to_jsonb(${Number(value)}::float8))`;
  switch (operator) {
    case "equals":
      return isAttribute(scope, name, value);
    case "not_equals":
      return fragment`not ${isAttribute(scope, name, value)}`;
    case "gt":
      return compared(fragment`>`);
    case "gte":
      return compared(fragment`>=`);
    case "lt":
      return compared(fragment`<`);
    case "lte":
      return compared(fragment`<=`);
    case "before":
      return datedAttribute(scope, name, fragment`< ${String(value)}`);
    case "after":
      return datedAttribute(scope, name, fragment`> ${String(value)}`);
    default:
      return textCondition(scope, fragment`(c.attributes ->> ${name})`, condition);
  }
}

/** Whoever asks for a yes or a no means the truth as well as the word. */
function isAttribute(scope: WorkspaceScope, name: string, value: AudienceValue | undefined): Fragment {
  const said = scope.fragment`c.attributes @> ${scope.json({ [name]: value })}`;
  const truth = typeof value === "string" ? truths.get(foldText(value)) : undefined;
  if (truth === undefined) return said;
  return scope.fragment`(${said} or c.attributes @> ${scope.json({ [name]: truth })})`;
}

const truths = new Map([
  ["evet", true],
  ["yes", true],
  ["hayir", false],
  ["no", false],
]);

/** Dates are kept in their ISO form, whose order is that of its letters. */
const datedAttribute = (scope: WorkspaceScope, name: string, compared: Fragment): Fragment => scope.fragment`
  ((c.attributes ->> ${name}) ~ '^\\d{4}-\\d{2}-\\d{2}' and (c.attributes ->> ${name}) collate "C" ${compared})`;

const texts = (value: AudienceValue | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];
