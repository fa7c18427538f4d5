import type { Actor } from "@/lib/platform/context/workspace-context";
import type { Role } from "./role";

const rankOfNarrowKey: Role = "member";

/** The role whose powers an actor has over other people's roles; a narrow API key touches nobody powerful. */
export function rankOfActor(actor: Actor): Role {
  if (actor.kind === "user") return actor.role;
  if (actor.kind === "system") return "owner";
  return actor.scopes.includes("all") ? "admin" : rankOfNarrowKey;
}
