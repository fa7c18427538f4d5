import { z } from "zod";
import { providerHealths } from "@/lib/domain/providers/provider";
import { defineContract } from "@/lib/platform/http/contract";
import { serviceAccount } from "../wire/credentials";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireObject } from "../wire/wire-object";
import { trial, trialShape, typedAddress } from "./providers";

const tag = "Firebase";

const params = wireObject({ workspaceId: wireId("workspace") });

export const firebaseConnection = wireObject({
  id: wireId("provider"),
  projectId: z.string(),
  clientEmail: z.string(),
  privateKey: z.string().meta({ description: "Masked; it is never returned.", example: "9f3a••••1f3c" }),
  isActive: z.boolean(),
  health: z.enum(providerHealths),
  createdAt: wireInstant,
  updatedAt: wireInstant,
}).meta({ id: "FirebaseConnection" });

const fields = {
  projectId: z
    .string()
    .trim()
    .min(1)
    .max(128)
    .optional()
    .meta({ description: "Must be the service account's." }),
  serviceAccount: serviceAccount.optional(),
  serverKey: z
    .string()
    .max(20_000)
    .optional()
    .meta({ description: "FCM's server keys no longer exist: 422 says what to send instead." }),
};

const description = "The active Firebase project of the workspace's app push channel.";

export const connectFirebaseContract = defineContract({
  method: "POST",
  path: "/api/v1/workspaces/{workspace_id}/firebase",
  tag,
  summary: "Connect Firebase",
  description: "Becomes the active app push provider. Refused while another Firebase project is active.",
  access: { permission: "providers.write" },
  params,
  body: wireObject(fields),
  bodyBytesMax: 64 * 1024,
  status: 201,
  response: firebaseConnection,
  idempotent: true,
});

export const getFirebaseContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/firebase",
  tag,
  summary: "Get the Firebase connection",
  description,
  access: { permission: "providers.read" },
  params,
  status: 200,
  response: firebaseConnection,
});

export const updateFirebaseContract = defineContract({
  method: "PATCH",
  path: "/api/v1/workspaces/{workspace_id}/firebase",
  tag,
  summary: "Replace the Firebase credentials, or switch it on or off",
  access: { permission: "providers.write" },
  params,
  body: wireObject({ ...fields, isActive: z.boolean().optional() }),
  bodyBytesMax: 64 * 1024,
  status: 200,
  response: firebaseConnection,
});

export const testFirebaseContract = defineContract({
  method: "POST",
  path: "/api/v1/workspaces/{workspace_id}/firebase/test",
  tag,
  summary: "Send a test notification",
  access: { permission: "providers.write" },
  params,
  body: wireObject({
    token: typedAddress.optional().meta({ description: "Registration token of a device." }),
    ...trialShape,
  }),
  status: 200,
  response: trial,
});
