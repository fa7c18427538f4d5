import { lockProvider } from "@/db/queries/providers/find-provider";
import type { ProviderRow } from "@/db/queries/providers/provider-row";
import {
  replaceCredentials,
  updateProvider as updateProviderRow,
} from "@/db/queries/providers/write-provider";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { conflict, notFound } from "@/lib/platform/errors";
import { assertMailServer } from "./credentials/assert-mail-server";
import { credentialHintsOf } from "./credentials/credential-hints";
import { mergeCredentials } from "./credentials/merge-credentials";
import { parseCredentials } from "./credentials/parse-credentials";
import { type Credentials, openCredentials, sealCredentials } from "./credentials/sealed-credentials";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";

export type ProviderUpdate = {
  providerId: string;
  name?: string | undefined;
  ratePerSecond?: number | undefined;
  /** Only what changes; secrets can be replaced, never read. */
  credentials?: Credentials | undefined;
};

export async function updateProvider(ctx: WorkspaceContext, input: ProviderUpdate): Promise<Provider> {
  ctx.require("providers.write");
  const { providerId, name, ratePerSecond, credentials } = input;
  if (credentials) await assertMailServer(credentials);
  return ctx.transaction(async (tx) => {
    const before = await lockProvider(tx.scope, providerId);
    if (!before) throw notFound();
    if (before.archivedAt)
      throw conflict("An archived provider cannot be changed.", { reason: "provider_archived" });
    await updateProviderRow(tx.scope, providerId, { name, ratePerSecond });
    const hints = credentials && (await changeCredentials(tx, before, credentials));
    await tx.audit(
      "provider.updated",
      { kind: "provider", id: providerId, name: name ?? before.name },
      {
        before: {
          name: before.name,
          ratePerSecond: before.ratePerSecond,
          credentialHints: before.credentialHints,
        },
        after: {
          name: name ?? before.name,
          ratePerSecond: ratePerSecond ?? before.ratePerSecond,
          credentialHints: hints ?? before.credentialHints,
          replaced: Object.keys(credentials ?? {}),
        },
      },
    );
    return loadProvider(tx.scope, providerId);
  });
}

async function changeCredentials(
  tx: TransactionContext,
  provider: ProviderRow & { credentials: string },
  given: Credentials,
): Promise<Record<string, string>> {
  const { id: providerId, kind } = provider;
  if (kind === "sandbox") {
    throw conflict("A sandbox has no credentials to change.", { reason: "sandbox_has_no_credentials" });
  }
  const place = { workspaceId: tx.workspaceId, providerId };
  // What must be given whole needs nothing of the old, which may not even open any more.
  const stored = kind === "fcm" ? {} : openCredentials(place, provider.credentials);
  const credentials = parseCredentials(kind, mergeCredentials(kind, stored, given));
  const credentialHints = credentialHintsOf(kind, credentials);
  await replaceCredentials(tx.scope, providerId, {
    credentials: sealCredentials(place, credentials),
    credentialHints,
    changedBy: tx.actor.name,
  });
  return credentialHints;
}
