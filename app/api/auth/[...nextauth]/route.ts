import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { publicUrl } from "@/lib/platform/env";
import { readAhead } from "@/lib/platform/http/door/read-ahead";
import { checkFields, refuseCookie } from "./call-back";
import { nextAuthOptions } from "./next-auth-options";

type Segment = { params: Promise<{ nextauth: string[] }> };

const bodyBytesMax = 64 * 1024;

const answer = (request: NextRequest, segment: Segment): Promise<Response> =>
  readAhead(request, bodyBytesMax, async (read) => {
    await checkFields(read);
    const refusal = refuseCookie(read);
    if (refusal) return refusal;
    // next-auth takes the address of the site from here and from nowhere else.
    process.env.NEXTAUTH_URL ??= publicUrl();
    return (await NextAuth(read, segment, await nextAuthOptions(read.headers))) as Response;
  });

export const GET = answer;
export const POST = answer;
