import { snakeCase } from "@/lib/platform/snake-case";

const payloadBytesMax = 4096;

type Fields = { [name: string]: Fields | "value" | "free" };

/** Field names of the FCM v1 discovery document, in the spelling of the wire; `free` = any content. */
const messageFields: Fields = {
  name: "value",
  token: "value",
  topic: "value",
  condition: "value",
  data: "free",
  notification: { title: "value", body: "value", image: "value" },
  fcm_options: { analytics_label: "value" },
  android: {
    collapse_key: "value",
    priority: "value",
    ttl: "value",
    restricted_package_name: "value",
    data: "free",
    direct_boot_ok: "value",
    bandwidth_constrained_ok: "value",
    restricted_satellite_ok: "value",
    notification: "free",
    fcm_options: { analytics_label: "value" },
  },
  apns: {
    headers: "free",
    payload: "free",
    live_activity_token: "value",
    fcm_options: { analytics_label: "value", image: "value" },
  },
  webpush: {
    headers: "free",
    data: "free",
    notification: "free",
    fcm_options: { link: "value", analytics_label: "value" },
  },
};

export type JsonObject = { [name: string]: unknown };

export type CheckedFcmMessage =
  | { isOk: true; to: string; message: JsonObject; isValidateOnly: boolean }
  | { isOk: false; field: string; reason: string };

/** Checks a `messages:send` body as FCM does. Names come back in snake_case, as proto3 JSON takes both spellings. */
export function checkFcmBody(body: unknown): CheckedFcmMessage {
  if (!isObject(body) || !isObject(body.message)) return bad("message", "Message is required.");
  const unknown = findUnknown(body.message, messageFields, "message");
  if (unknown) return bad(unknown, `Unknown name "${unknown}": Cannot find field.`);
  const message = toSnakeCase(body.message, messageFields);
  const targets = [message.token, message.topic, message.condition].filter((target) => target !== undefined);
  const [to] = targets;
  if (targets.length !== 1 || typeof to !== "string" || to === "")
    return bad("message", "Recipient of the message is not set.");
  const problem = findProblem(message);
  if (problem) return bad(problem, `Invalid value at '${problem}'`);
  if (getPayloadBytes(message) > payloadBytesMax) return bad("message", "Message is too big");
  return {
    isOk: true,
    to,
    message,
    isValidateOnly: body.validate_only === true || body.validateOnly === true,
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bad(field: string, reason: string): CheckedFcmMessage {
  return { isOk: false, field, reason };
}

function findProblem(message: JsonObject): string | undefined {
  const { data, android, webpush, apns } = message;
  if (isObject(data)) {
    for (const [key, value] of Object.entries(data)) {
      if (typeof value !== "string") return "message.data";
      if (key === "from" || key === "message_type" || /^(google|gcm)\./.test(key)) return "message.data";
    }
  }
  if (isObject(android)) {
    if (android.ttl !== undefined && !/^\d{1,7}(\.\d{1,9})?s$/.test(String(android.ttl)))
      return "message.android.ttl";
    if (android.priority !== undefined && !/^(high|normal)$/i.test(String(android.priority)))
      return "message.android.priority";
  }
  if (isObject(webpush) && isObject(webpush.fcm_options)) {
    if (!String(webpush.fcm_options.link ?? "https://").startsWith("https://"))
      return "message.webpush.fcm_options.link";
  }
  for (const [part, name] of [
    [webpush, "webpush"],
    [apns, "apns"],
  ] as const) {
    if (!isObject(part) || !isObject(part.headers)) continue;
    if (Object.values(part.headers).some((value) => typeof value !== "string"))
      return `message.${name}.headers`;
  }
  return undefined;
}

function getPayloadBytes(message: JsonObject): number {
  const payload = JSON.stringify({ notification: message.notification, data: message.data });
  return payload.length * 3 <= payloadBytesMax ? payload.length : Buffer.byteLength(payload);
}

function findUnknown(value: JsonObject, fields: Fields, path: string): string | undefined {
  for (const [name, part] of Object.entries(value)) {
    const known = fields[snakeCase(name)];
    if (known === undefined) return `${path}.${name}`;
    if (typeof known !== "object") continue;
    if (!isObject(part)) return `${path}.${name}`;
    const unknown = findUnknown(part, known, `${path}.${name}`);
    if (unknown) return unknown;
  }
  return undefined;
}

function toSnakeCase(value: JsonObject, fields: Fields): JsonObject {
  const renamed: JsonObject = {};
  for (const [name, part] of Object.entries(value)) {
    const snake = snakeCase(name);
    const known = fields[snake];
    renamed[snake] = isObject(part) && typeof known === "object" ? toSnakeCase(part, known) : part;
  }
  return renamed;
}
