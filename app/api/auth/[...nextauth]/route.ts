import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { publicUrl } from "@/lib/platform/env";
import { nextAuthOptions } from "./next-auth-options";

type Segment = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, segment: Segment): Promise<Response> {
  // next-auth takes the address of the site from here and from nowhere else.
  process.env.NEXTAUTH_URL ??= publicUrl();
  return (await NextAuth(request, segment, await nextAuthOptions(request.headers))) as Response;
}

export const GET = answer;
export const POST = answer;
