import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { outcomeKinds } from "@/lib/domain/providers/outcome-kinds";
import {
  providerHealths,
  providerKinds,
  providerNameCharsMax,
  providerStatuses,
  ratePerSecondMax,
  trialBodyCharsMax,
  trialTitleCharsMax,
} from "@/lib/domain/providers/provider";
import { defineContract } from "@/lib/platform/http/contract";
import {
  credentialHints,
  credentialsChange,
  fcmCredentials,
  smtpCredentials,
  webPushCredentials,
} from "../wire/credentials";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { listQueryShape, wireList, wireWords } from "../wire/lists";
import { wireObject } from "../wire/wire-object";

const tag = "Providers";

export const provider = wireObject({
  id: wireId("provider"),
  channel: z.enum(channels),
  kind: z.enum(providerKinds),
  name: z.string(),
  isSandbox: z.boolean().meta({ description: "Nothing it takes leaves this machine." }),
  status: z.enum(providerStatuses).meta({ description: "One provider of a channel is active and sends it." }),
  health: z.enum(providerHealths),
  ratePerSecond: z.number().int().meta({ description: "Messages a second at most, over all processes." }),
  credentialHints,
  credentialsChangedAt: wireInstant,
  credentialsChangedBy: z.string(),
  verifiedAt: wireInstant.nullable().meta({ description: "The last test of the connection that succeeded." }),
  testedAt: wireInstant
    .nullable()
    .meta({ description: "The last test of the connection, whatever came of it." }),
  testFailure: z.string().nullable().meta({ description: "What that test was answered, if it failed." }),
  lastSuccessAt: wireInstant.nullable(),
  lastFailureAt: wireInstant.nullable(),
  lastFailureDetail: z.string().nullable(),
  day: wireObject({
    accepted: z.number().int(),
    rejected: z.number().int().meta({ description: "Refused for the recipient's or the content's sake." }),
    faulted: z.number().int().meta({ description: "Not taken for the provider's own sake." }),
  }).meta({ id: "ProviderDay", description: "Messages of the last 24 hours." }),
  archivedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
}).meta({ id: "Provider" });

const params = wireObject({ providerId: wireId("provider") });

const name = z.string().trim().min(1).max(providerNameCharsMax);
const ratePerSecond = z.number().int().min(1).max(ratePerSecondMax);
const newShape = { name, ratePerSecond: ratePerSecond.optional() };

export const listProvidersContract = defineContract({
  method: "GET",
  path: "/api/v1/providers",
  tag,
  summary: "List providers",
  access: { permission: "providers.read" },
  query: wireObject({
    ...listQueryShape,
    channel: wireWords(channels).optional(),
    kind: wireWords(providerKinds).optional(),
    status: wireWords(providerStatuses).optional(),
    archived: z.stringbool().optional().meta({ description: "Only the archived ones." }),
  }),
  status: 200,
  response: wireList(provider),
});

export const createProviderContract = defineContract({
  method: "POST",
  path: "/api/v1/providers",
  tag,
  summary: "Connect a provider",
  description: "It sends nothing until it is activated. A VAPID pair is made when none is given.",
  access: { permission: "providers.write" },
  body: z.discriminatedUnion("kind", [
    wireObject({ kind: z.literal("fcm"), ...newShape, credentials: fcmCredentials }),
    wireObject({ kind: z.literal("web_push"), ...newShape, credentials: webPushCredentials }),
    wireObject({ kind: z.literal("smtp"), ...newShape, credentials: smtpCredentials }),
  ]),
  bodyBytesMax: 64 * 1024,
  status: 201,
  response: provider,
  idempotent: true,
});

export const getProviderContract = defineContract({
  method: "GET",
  path: "/api/v1/providers/{provider_id}",
  tag,
  summary: "Get a provider",
  access: { permission: "providers.read" },
  params,
  status: 200,
  response: provider,
});

export const updateProviderContract = defineContract({
  method: "PATCH",
  path: "/api/v1/providers/{provider_id}",
  tag,
  summary: "Change a provider",
  description:
    "Credentials are replaced, never read: fields that are not given stay, null empties an optional one. Another SMTP server or user needs the password again.",
  access: { permission: "providers.write" },
  params,
  body: wireObject({
    name: name.optional(),
    ratePerSecond: ratePerSecond.optional(),
    credentials: credentialsChange.optional(),
  }),
  bodyBytesMax: 64 * 1024,
  status: 200,
  response: provider,
});

export const archiveProviderContract = defineContract({
  method: "POST",
  path: "/api/v1/providers/{provider_id}/archive",
  tag,
  summary: "Archive a provider",
  description:
    "Refused while it sends its channel or a campaign that has begun. Past notifications keep its name.",
  access: { permission: "providers.write" },
  params,
  status: 200,
  response: provider,
});

export const activateProviderContract = defineContract({
  method: "POST",
  path: "/api/v1/providers/{provider_id}/activate",
  tag,
  summary: "Send the channel through this provider",
  description: "The one that sent it so far becomes inactive. Runs that have begun stay with theirs.",
  access: { permission: "providers.write" },
  params,
  status: 200,
  response: provider,
});

export const deactivateProviderContract = defineContract({
  method: "POST",
  path: "/api/v1/providers/{provider_id}/deactivate",
  tag,
  summary: "Leave the channel without a provider",
  access: { permission: "providers.write" },
  params,
  status: 200,
  response: provider,
});

export const verifyProviderContract = defineContract({
  method: "POST",
  path: "/api/v1/providers/{provider_id}/verify",
  tag,
  summary: "Test the connection",
  description: "Asks the provider whether it takes the credentials. Nobody receives anything.",
  access: { permission: "providers.write" },
  params,
  status: 200,
  response: wireObject({ isOk: z.boolean(), code: z.string(), detail: z.string(), provider }),
});

/** Where a test goes to, as somebody types it. */
export const typedAddress = z.string().trim().min(1).max(4_096);

export const trialShape = {
  contactId: wireId("contact")
    .optional()
    .meta({ description: "Gets it at the newest address of the channel." }),
  title: z.string().trim().min(1).max(trialTitleCharsMax).optional(),
  body: z.string().trim().min(1).max(trialBodyCharsMax).optional(),
};

export const trial = wireObject({
  outcome: z.enum(outcomeKinds),
  code: z.string().meta({ description: "The provider's own word where it gave one." }),
  detail: z.string(),
  providerMessageId: z.string().nullable(),
  sentTo: z.string(),
  tookMs: z.number().int(),
}).meta({ id: "ProviderTest" });

export const sendTrialContract = defineContract({
  method: "POST",
  path: "/api/v1/providers/{provider_id}/test",
  tag,
  summary: "Send a test message",
  description:
    "Through this very provider, active or not; answers with what the provider said. A sandbox without a recipient uses a device of its own.",
  access: { permission: "providers.write" },
  params,
  body: wireObject({
    to: typedAddress.optional().meta({ description: "Token, address, number or chat id." }),
    ...trialShape,
  }),
  status: 200,
  response: trial,
});
