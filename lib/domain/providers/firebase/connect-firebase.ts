import { lockProvidersOfChannel } from "@/db/queries/providers/find-provider";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, invalidField } from "@/lib/platform/errors";
import { switchTo } from "../activate-provider";
import { insertProvider } from "../create-provider";
import { loadProvider } from "../get-provider";
import { type FirebaseConnection, toFirebaseConnection } from "./firebase-connection";
import { type FirebaseInput, findFirebaseCredentials } from "./firebase-credentials";

/** Connects a Firebase project and makes it the workspace's app push provider at once. */
export async function connectFirebase(
  ctx: WorkspaceContext,
  input: FirebaseInput,
): Promise<FirebaseConnection> {
  ctx.require("providers.write");
  const credentials = findFirebaseCredentials(input);
  if (!credentials) {
    throw invalidField(
      "service_account",
      "Send the service-account JSON of the Firebase console.",
      "required",
    );
  }
  const provider = await ctx.transaction(async (tx) => {
    const rivals = await lockProvidersOfChannel(tx.scope, "app_push");
    if (rivals.some(({ kind, status }) => kind === "fcm" && status === "active")) {
      throw conflict("A Firebase project is connected already. Change it with PATCH.", {
        reason: "firebase_connected",
      });
    }
    const id = await insertProvider(tx, { kind: "fcm", name: "Firebase", credentials });
    await switchTo(tx, id);
    return loadProvider(tx.scope, id);
  });
  return toFirebaseConnection(provider);
}
