import { insertProviders } from "@/db/queries/providers/write-provider";
import type { TransactionContext, WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";
import { assertMailServer } from "./credentials/assert-mail-server";
import { credentialHintsOf } from "./credentials/credential-hints";
import { parseCredentials } from "./credentials/parse-credentials";
import { type Credentials, sealCredentials } from "./credentials/sealed-credentials";
import type { Provider } from "./describe-provider";
import { loadProvider } from "./get-provider";
import { type ConnectableKind, channelOfKind, ratePerSecondDefaults } from "./provider";

export type NewProviderInput = {
  kind: ConnectableKind;
  name: string;
  ratePerSecond?: number | undefined;
  credentials: Credentials;
};

/** Connects a provider. It sends nothing until it is activated: switching a channel is a decision of its own. */
export async function createProvider(ctx: WorkspaceContext, input: NewProviderInput): Promise<Provider> {
  ctx.require("providers.write");
  const credentials = parseCredentials(input.kind, input.credentials);
  await assertMailServer(credentials);
  return ctx.transaction(async (tx) =>
    loadProvider(tx.scope, await insertProvider(tx, { ...input, credentials })),
  );
}

/** The credentials must have been parsed. */
export async function insertProvider(
  tx: TransactionContext,
  { kind, name, ratePerSecond = ratePerSecondDefaults[kind], credentials }: NewProviderInput,
): Promise<string> {
  const id = newId();
  const channel = channelOfKind[kind];
  const credentialHints = credentialHintsOf(kind, credentials);
  const sealed = {
    credentials: sealCredentials({ workspaceId: tx.workspaceId, providerId: id }, credentials),
    credentialHints,
    changedBy: tx.actor.name,
  };
  await insertProviders(tx.scope, [
    { id, channel, kind, name, status: "inactive", ratePerSecond, ...sealed },
  ]);
  await tx.audit(
    "provider.created",
    { kind: "provider", id, name },
    { after: { name, kind, channel, ratePerSecond, credentialHints } },
  );
  return id;
}
