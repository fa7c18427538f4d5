import type { Origin } from "@/lib/platform/context/workspace-context";
import { newId } from "@/lib/platform/ids";

/** Where a request came from; its own id is kept when it is a sensible one. */
export function originFrom(headers: Headers): Origin {
  const given = headers.get("x-request-id");
  return {
    requestId: given && /^[\w-]{8,64}$/.test(given) ? given : `req_${newId().replaceAll("-", "")}`,
    ip: headers.get("x-real-ip"),
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
  };
}
