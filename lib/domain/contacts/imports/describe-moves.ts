import { listContactNames } from "@/db/queries/contacts/moved-addresses";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { displayNameOf } from "../contact";
import type { AddressMove, DescribedMove } from "./import-options";

type Result = Record<string, unknown> | null;

/** The results of jobs, with who loses addresses; whoever may not read contacts sees the lines alone. */
export async function describeMoves(
  ctx: WorkspaceContext,
  jobs: readonly { result: Result }[],
): Promise<Result[]> {
  const moves = jobs.flatMap(({ result }) => movesOf(result));
  if (moves.length === 0) return jobs.map(({ result }) => result);
  const mayRead = ctx.can("contacts.read");
  const ids = [...new Set(moves.flatMap(({ contact }) => contact ?? []))];
  const people = mayRead ? await listContactNames(ctx.scope, ids) : [];
  const names = new Map(people.map((person) => [person.id, displayNameOf(person)]));
  const describe = (move: AddressMove): DescribedMove =>
    mayRead
      ? { ...move, name: names.get(move.contact ?? "") ?? null }
      : { ...move, address: "", contact: null, name: null };
  return jobs.map(({ result }) =>
    result?.moves ? { ...result, moves: movesOf(result).map(describe) } : result,
  );
}

const movesOf = (result: Result): AddressMove[] => (result?.moves ?? []) as AddressMove[];
