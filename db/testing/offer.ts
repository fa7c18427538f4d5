import { newId } from "@/lib/platform/ids";
import type { Scenario } from "./scenario";

/** An active offer of ten percent; gives its id. */
export async function insertOffer({ scope }: Pick<Scenario, "scope">, state = "active"): Promise<string> {
  const id = newId();
  await scope.sql`
    insert into offers (workspace_id, id, name, state, kind, discount_basis_points, starts_at, time_zone, restrictions,
      stacks_with, created_by, updated_by)
    values (${scope.id}, ${id}, 'On yüzde', ${state}, 'percent', 1000, now() - interval '1 day', 'Europe/Istanbul',
      '{"version":1}', '{}', 'test', 'test')`;
  return id;
}
