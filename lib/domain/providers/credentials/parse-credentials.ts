import type { z } from "zod";
import { type InvalidParam, unprocessable } from "@/lib/platform/errors";
import { snakeCase } from "@/lib/platform/snake-case";
import { providerDefinitions } from "@/lib/providers/registry";
import { generateVapidKeys } from "@/lib/providers/web-push/vapid";
import type { ConnectableKind } from "../provider";
import type { Credentials } from "./sealed-credentials";

/** Checks what a provider is to be configured with; makes the VAPID pair when none was brought. */
export function parseCredentials(kind: ConnectableKind, input: Credentials): Credentials {
  const result = providerDefinitions[kind].credentialsSchema.safeParse(complete(kind, input));
  if (result.success) return result.data as Credentials;
  const [first] = result.error.issues;
  const problem = problemOf(first);
  throw unprocessable(first?.message ?? "The credentials are not usable.", {
    reason: problem?.problem ?? "credentials_invalid",
    ...(problem?.field && { field: problem.field }),
    errors: result.error.issues.map(toInvalidParam),
  });
}

function complete(kind: ConnectableKind, input: Credentials): Credentials {
  if (kind === "fcm" && typeof input.serviceAccountJson === "object") {
    return { ...input, serviceAccountJson: JSON.stringify(input.serviceAccountJson) };
  }
  if (kind === "web_push" && input.vapidPublicKey === undefined && input.vapidPrivateKey === undefined) {
    return { ...input, ...generateVapidKeys() };
  }
  return input;
}

function toInvalidParam(issue: z.core.$ZodIssue): InvalidParam {
  const problem = problemOf(issue);
  const path = ["credentials", ...issue.path.map((part) => snakeCase(String(part)))];
  return { pointer: path.join("."), code: problem?.problem ?? issue.code, detail: issue.message };
}

type Problem = { problem: string; field?: string };

function problemOf(issue: z.core.$ZodIssue | undefined): Problem | undefined {
  if (issue?.code !== "custom" || typeof issue.params?.problem !== "string") return undefined;
  const { problem, field } = issue.params;
  return { problem, ...(typeof field === "string" && { field }) };
}
