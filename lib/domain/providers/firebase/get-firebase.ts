import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { type FirebaseConnection, requireFirebase, toFirebaseConnection } from "./firebase-connection";

export async function getFirebase(ctx: WorkspaceContext): Promise<FirebaseConnection> {
  ctx.require("providers.read");
  return toFirebaseConnection(await requireFirebase(ctx.scope));
}
