import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { activateProvider } from "../activate-provider";
import { deactivateProvider } from "../deactivate-provider";
import { updateProvider } from "../update-provider";
import { type FirebaseConnection, requireFirebase, toFirebaseConnection } from "./firebase-connection";
import { type FirebaseInput, findFirebaseCredentials } from "./firebase-credentials";

export async function updateFirebase(
  ctx: WorkspaceContext,
  { isActive, ...input }: FirebaseInput & { isActive?: boolean | undefined },
): Promise<FirebaseConnection> {
  ctx.require("providers.write");
  const credentials = findFirebaseCredentials(input);
  const { id: providerId } = await requireFirebase(ctx.scope);
  if (credentials) await updateProvider(ctx, { providerId, credentials });
  if (isActive === true) await activateProvider(ctx, { providerId });
  if (isActive === false) await deactivateProvider(ctx, { providerId });
  return toFirebaseConnection(await requireFirebase(ctx.scope));
}
