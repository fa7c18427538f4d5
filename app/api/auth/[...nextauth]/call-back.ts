import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { authCookieName, usesSecureCookies } from "@/lib/platform/auth/session";
import { publicUrl } from "@/lib/platform/env";
import { invalidField } from "@/lib/platform/errors";
import { parseInput, parseJson } from "@/lib/platform/http/input/parse-request";
import { problemFor } from "@/lib/platform/http/problem";

const fields = z.record(z.string(), z.string());

/** next-auth answers a way back that is no address, and fields that are no text, with a 500. */
export async function checkFields(request: NextRequest): Promise<void> {
  const url = request.nextUrl.searchParams.get("callbackUrl");
  if (url !== null && !isAddress(url)) throw invalidField("callbackUrl", "A path on this site.");
  const isJson = request.headers.get("content-type")?.includes("json") ?? false;
  if (isJson) parseInput(fields, parseJson(await request.clone().text()), request);
}

/** One that was left by somebody else would keep the person from ever signing in, so it goes. */
export function refuseCookie(request: NextRequest): Response | undefined {
  const name = authCookieName("callback-url");
  const kept = request.cookies.get(name)?.value;
  if (kept === undefined || kept === "" || isAddress(kept)) return undefined;
  const detail = "The cookie with the way back is no address. It was removed: start again.";
  const problem = problemFor(request, invalidField(name, detail));
  const response = new NextResponse(problem.body, problem);
  response.cookies.set(name, "", { maxAge: 0, path: "/", httpOnly: true, secure: usesSecureCookies() });
  return response;
}

function isAddress(url: string): boolean {
  const base = url.startsWith("/") ? publicUrl() : undefined;
  return URL.canParse(url, base) && /^https?:$/.test(new URL(url, base).protocol);
}
