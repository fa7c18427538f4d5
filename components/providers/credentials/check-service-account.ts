import { tryParseJson } from "@/lib/platform/try-parse-json";

export type ServiceAccountCheck =
  | { kind: "empty" }
  | { kind: "usable"; projectId: string; clientEmail: string }
  | { kind: "unusable"; problem: ServiceAccountProblem; field: string };

export type ServiceAccountProblem =
  | "server_key_retired"
  | "not_json"
  | "not_service_account"
  | "field_missing"
  | "field_invalid"
  | "private_key_invalid";

const unusable = (problem: ServiceAccountProblem, field = ""): ServiceAccountCheck => ({
  kind: "unusable",
  problem,
  field,
});

/** A first look while it is typed; the server looks again, and closer. */
export function checkServiceAccount(text: string): ServiceAccountCheck {
  if (text.trim() === "") return { kind: "empty" };
  const file = parseObject(text);
  if (!file) {
    const isServerKey = /^\s*(AAAA[\w-]{7}:[\w-]{20,}|AIza[\w-]{20,})\s*$/.test(text);
    return unusable(isServerKey ? "server_key_retired" : "not_json");
  }
  if ("server_key" in file && !("private_key" in file)) return unusable("server_key_retired");
  if (file.type !== "service_account") return unusable("not_service_account");
  const { project_id: projectId, client_email: clientEmail, private_key: privateKey } = file;
  const missing = ["project_id", "client_email", "private_key"].find((name) => (file[name] ?? "") === "");
  if (missing) return unusable("field_missing", missing);
  if (typeof projectId !== "string") return unusable("field_invalid", "project_id");
  if (typeof clientEmail !== "string" || !clientEmail.includes("@"))
    return unusable("field_invalid", "client_email");
  const isKey = /^-----BEGIN (RSA )?PRIVATE KEY-----[\s\S]+-----END (RSA )?PRIVATE KEY-----\s*$/;
  if (typeof privateKey !== "string" || !isKey.test(privateKey))
    return unusable("private_key_invalid", "private_key");
  return { kind: "usable", projectId, clientEmail };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const parsed = tryParseJson(text);
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
}
