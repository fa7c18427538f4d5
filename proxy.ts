import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";
import { findPostProblem, refusePage } from "@/lib/platform/http/door/page-post";
import { contentSecurityPolicy } from "@/lib/platform/http/security-headers";

/** Gives each page a content security policy with its own nonce, and server components the path they render. */
export async function proxy(request: NextRequest): Promise<Response> {
  const problem = request.method === "POST" ? await findPostProblem(request) : undefined;
  if (problem) return refusePage(request, problem);
  // Opened from an inbox and answered with a stricter policy of its own, which a second one would only contradict.
  if (/^\/[ur]\//.test(request.nextUrl.pathname)) return NextResponse.next();
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-pathname", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Not for the API: in front of it Next would hold each body in memory, and cut it off at 10 MB. */
export const config = { matcher: ["/((?!api/|sdk/|_next/static|_next/image|icon.svg).*)"] };
