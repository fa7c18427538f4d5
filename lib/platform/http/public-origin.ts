import { env } from "@/lib/platform/env";

/** Where people reach this installation: as configured, else as the caller did. */
export function publicOrigin(headers: Headers): string {
  const configured = env().PUSHPILOT_PUBLIC_URL;
  if (configured) return new URL(configured).origin;
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return `${scheme}://${headers.get("host") ?? `localhost:${env().PORT}`}`;
}
