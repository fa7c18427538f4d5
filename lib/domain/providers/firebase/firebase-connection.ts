import { listProviders, providerOrders } from "@/db/queries/providers/list-providers";
import type { WorkspaceScope } from "@/db/scope";
import { notFound } from "@/lib/platform/errors";
import { describeProvider, type Provider } from "../describe-provider";

/** The app push provider as the workspace's Firebase settings show it. */
export type FirebaseConnection = {
  id: string;
  projectId: string;
  clientEmail: string;
  privateKey: string;
  isActive: boolean;
  health: Provider["health"];
  createdAt: Date;
  updatedAt: Date;
};

export function toFirebaseConnection(provider: Provider): FirebaseConnection {
  const { id, credentialHints: hints, status, health, createdAt, updatedAt } = provider;
  return {
    id,
    projectId: hints.projectId ?? "",
    clientEmail: hints.clientEmail ?? "",
    privateKey: hints.privateKey ?? "",
    isActive: status === "active",
    health,
    createdAt,
    updatedAt,
  };
}

/** The active Firebase project, else the one connected last. */
export async function requireFirebase(scope: WorkspaceScope): Promise<Provider> {
  const newestFirst = providerOrders["-created_at"];
  const page = { limit: 100, offset: 0, after: undefined };
  const rows = await listProviders(scope, { kind: ["fcm"] }, newestFirst, page);
  const provider = rows.find(({ status }) => status === "active") ?? rows[0];
  if (!provider) throw notFound();
  return describeProvider(provider);
}
