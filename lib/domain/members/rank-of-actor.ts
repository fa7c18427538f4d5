import type { Actor } from "@/lib/platform/context/workspace-context";
import type { Role } from "./role";

/** The role whose powers an actor has over other people's roles; a narrow API key makes nobody powerful. */
export function rankOfActor(actor: Actor): Role {
  if (actor.kind === "user") return actor.role;
  if (actor.kind === "system") return "owner";
  return actor.scopes.includes("all") ? "admin" : "member";
}
