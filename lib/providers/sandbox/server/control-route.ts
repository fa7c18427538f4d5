import { createPublicKey, randomUUID } from "node:crypto";
import { z } from "zod";
import { channels } from "@/lib/domain/channels/channel";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { getHeader, type SandboxReply, type SandboxRequest } from "./exchange";
import { findMessages } from "./find-messages";
import { mintWebPushSubscription } from "./minted-subscription";
import type { Sandbox } from "./sandbox";
import { scenarioSchema } from "./scenario";
import { toKeyHash } from "./web-push-route";

const channel = z.enum(channels);
const scenarioRequest = scenarioSchema.extend({
  workspace: z.string().optional(),
  channel: channel.optional(),
  receiptUrl: z.url().optional(),
});
const scenarioQuery = z.strictObject({
  workspace: z.string().default("*"),
  channel: channel.default("app_push"),
});
const mintRequest = z.strictObject({
  workspace: z.string().regex(/^[\w-]+$/),
  channel: z.enum(["app_push", "web_push"]),
  count: z.int().min(1).max(10_000).default(1),
  /** Worked into the address, e.g. `gone` or `quota-always`, to choose its behaviour; `ios` and `web` its platform. */
  label: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  /** Binds web push subscriptions to one sender, as browsers do. */
  vapidPublicKey: z.string().optional(),
});
const messagesQuery = z.strictObject({
  to: z.string().optional(),
  workspace: z.string().optional(),
  channel: channel.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const resetRequest = z.strictObject({ workspace: z.string().optional() });
const accountRequest = z.strictObject({
  client_email: z.string(),
  public_key: z.string().refine(isPublicKey, "a public key as PEM"),
});
const replyRequest = z.strictObject({ workspace: z.string(), channel, from: z.string(), text: z.string() });

/** The sandbox's own API under `/_/`. Pages in a browser are kept out: nothing here asks who is calling. */
export function answerControl(sandbox: Sandbox, request: SandboxRequest): SandboxReply {
  const host = getHeader(request, ":authority") || getHeader(request, "host");
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host) || isFromPage(request))
    return { status: 403, body: { error: "only local programs may call this" } };
  try {
    return answerAllowed(sandbox, request, host);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { status: 400, body: { error: z.prettifyError(error) } };
  }
}

/** Images, links and forms of a page carry no Origin with a GET; browsers say where they come from all the same. */
function isFromPage(request: SandboxRequest): boolean {
  const site = getHeader(request, "sec-fetch-site");
  return getHeader(request, "origin") !== "" || !["", "none", "same-origin"].includes(site);
}

function isPublicKey(pem: string): boolean {
  try {
    return createPublicKey(pem).type === "public";
  } catch {
    return false;
  }
}

function answerAllowed(sandbox: Sandbox, request: SandboxRequest, host: string): SandboxReply {
  const body = request.body.length === 0 ? {} : tryParseJson(request.body.toString());
  switch (`${request.method} ${request.path}`) {
    case "GET /_/health":
      return { status: 200, body: { status: "ok" } };
    case "GET /_/messages":
      return {
        status: 200,
        body: findMessages(sandbox, messagesQuery.parse(Object.fromEntries(request.query))),
      };
    case "GET /_/stats":
      return { status: 200, body: getStats(sandbox, request.query.get("workspace") ?? undefined) };
    case "GET /_/scenario": {
      const asked = scenarioQuery.parse(Object.fromEntries(request.query));
      return {
        status: 200,
        body: { scenario: sandbox.scenarios.get(asked.workspace, asked.channel).scenario },
      };
    }
    case "POST /_/scenario": {
      const { workspace, channel, receiptUrl, ...scenario } = scenarioRequest.parse(body);
      if (receiptUrl) sandbox.receipts.configure({ url: receiptUrl });
      sandbox.scenarios.set(scenario, workspace, channel);
      return { status: 200, body: { scenario } };
    }
    case "POST /_/reset":
      sandbox.reset(resetRequest.parse(body).workspace);
      return { status: 200, body: { status: "ok" } };
    case "POST /_/subscriptions":
      return { status: 201, body: { subscriptions: mint(mintRequest.parse(body), `http://${host}`) } };
    case "POST /_/accounts": {
      const account = accountRequest.parse(body);
      sandbox.accountKeys.set(account.client_email, account.public_key);
      return { status: 201, body: { status: "ok" } };
    }
    case "POST /_/reply": {
      const reply = replyRequest.parse(body);
      sandbox.receipts.reply(reply.workspace, reply.channel, reply.from, reply.text);
      return { status: 202, body: { status: "ok" } };
    }
    default:
      return { status: 404, body: { error: `no ${request.method} ${request.path}` } };
  }
}

function mint(request: z.infer<typeof mintRequest>, origin: string): object[] {
  return Array.from({ length: request.count }, () => {
    const device = [request.label, randomUUID().replaceAll("-", "")].filter(Boolean).join("-");
    if (request.channel === "app_push") return { token: `${device}:sandbox-${request.workspace}` };
    const bound = request.vapidPublicKey ? `.${toKeyHash(request.vapidPublicKey)}` : "";
    return mintWebPushSubscription(origin, `${request.workspace}.${device}${bound}`);
  });
}

function getStats(sandbox: Sandbox, workspaceId?: string): object {
  if (workspaceId !== undefined) return sandbox.ledger.getStats(workspaceId);
  const { workspaceIds } = sandbox.ledger;
  return { workspaces: Object.fromEntries(workspaceIds.map((id) => [id, sandbox.ledger.getStats(id)])) };
}
