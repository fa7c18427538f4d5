import { randomUUID } from "node:crypto";
import { tryParseJson } from "@/lib/platform/try-parse-json";
import { findTokenOwner } from "./access-grants";
import { getHeader, type SandboxReply, type SandboxRequest, underVerdict } from "./exchange";
import { checkFcmBody, isObject, type JsonObject } from "./fcm-message";
import type { Fault } from "./recipient-faults";
import type { Sandbox } from "./sandbox";

const fcmError = "type.googleapis.com/google.firebase.fcm.v1.FcmError";
const badRequest = "type.googleapis.com/google.rpc.BadRequest";

/** `POST [/fcm]/v1/projects/{project}/messages:send`; the project of workspace w is `sandbox-w`. */
export function answerFcmSend(sandbox: Sandbox, request: SandboxRequest, projectId: string): SandboxReply {
  const owner = findTokenOwner(getHeader(request, "authorization").replace(/^Bearer /, ""), Date.now());
  if (owner === undefined)
    return toError(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
  if (!owner.endsWith(`@${projectId}.iam.gserviceaccount.com`))
    return toError(403, "PERMISSION_DENIED", `Permission denied on project ${projectId}.`);
  const checked = checkFcmBody(tryParseJson(request.body.toString()));
  if (!checked.isOk)
    return toError(400, "INVALID_ARGUMENT", checked.reason, [
      { "@type": badRequest, fieldViolations: [{ field: checked.field, description: checked.reason }] },
    ]);
  const name = `projects/${projectId}/messages/${randomUUID()}`;
  if (checked.isValidateOnly) return { status: 200, body: { name } };
  return deliver(
    sandbox,
    projectId.replace(/^sandbox-/, ""),
    checked.to,
    checked.message,
    request.body,
    name,
  );
}

function deliver(
  sandbox: Sandbox,
  workspaceId: string,
  to: string,
  message: JsonObject,
  body: Buffer,
  name: string,
): SandboxReply {
  const verdict = sandbox.judge(workspaceId, "app_push", to);
  const entry = {
    workspaceId,
    channel: "app_push" as const,
    to,
    identity: toIdentity(message),
    slot: findSlot(to, message),
    content: body.toString(),
  };
  if (verdict.kind === "refuse") {
    sandbox.refuse(entry, verdict.fault);
    return underVerdict(verdict, toRefusal(verdict.fault, verdict.retryAfterSeconds));
  }
  if (verdict.kind === "accept") sandbox.accept({ ...entry, providerMessageId: name }, verdict.aftermath);
  return underVerdict(verdict, { status: 200, body: { name } });
}

function toRefusal(fault: Fault, retryAfterSeconds: number): SandboxReply {
  switch (fault) {
    case "gone":
    case "opted_out":
      return toError(404, "NOT_FOUND", "Requested entity was not found.", [toFcmDetail("UNREGISTERED")]);
    case "throttled":
      return {
        ...toError(429, "RESOURCE_EXHAUSTED", "Quota exceeded.", [toFcmDetail("QUOTA_EXCEEDED")]),
        headers: { "retry-after": String(retryAfterSeconds) },
      };
    case "unavailable":
      return toError(503, "UNAVAILABLE", "The service is currently unavailable.", [
        toFcmDetail("UNAVAILABLE"),
      ]);
    default:
      return toError(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", [
        { "@type": badRequest, fieldViolations: [{ field: "message.data", description: "rejected" }] },
        toFcmDetail("INVALID_ARGUMENT"),
      ]);
  }
}

function toError(code: number, status: string, message: string, details: object[] = []): SandboxReply {
  return { status: code, body: { error: { code, message, status, details } } };
}

function toFcmDetail(errorCode: string): object {
  return { "@type": fcmError, errorCode };
}

function toIdentity(message: JsonObject): string {
  const data = isObject(message.data) ? message.data : {};
  return typeof data.pushpilot_id === "string"
    ? data.pushpilot_id
    : JSON.stringify(message.notification ?? data);
}

/** Devices are online here, so `collapse_key`, which only merges what waits, merges nothing: tags and ids do. */
function findSlot(token: string, message: JsonObject): string | undefined {
  if (/(^|[^a-z])ios([^a-z]|$)/.test(token)) return getText(message, "apns", "headers", "apns-collapse-id");
  if (/(^|[^a-z])web([^a-z]|$)/.test(token)) return getText(message, "webpush", "notification", "tag");
  return getText(message, "android", "notification", "tag");
}

function getText(value: unknown, ...path: string[]): string | undefined {
  const found = path.reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), value);
  return typeof found === "string" && found !== "" ? found : undefined;
}
