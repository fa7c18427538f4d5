import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { env } from "@/lib/platform/env";
import { unauthenticated } from "@/lib/platform/errors";
import { readAhead } from "@/lib/platform/http/door/read-ahead";
import { problemFor } from "@/lib/platform/http/problem";

/** A server sends the results of all earlier steps along. */
const bodyBytesMax = 32 * 1024 * 1024;

const served = serve({ client: inngest, functions, enableUnauthedSync: false });

type Handler = (request: NextRequest, segment: unknown) => Promise<Response>;

/** For a real server's calls. With the embedded engine nobody holds the key, so nothing is even read. */
const guarded =
  (handle: Handler): Handler =>
  async (request, segment) =>
    env().PUSHPILOT_ENGINE === "embedded"
      ? problemFor(request, unauthenticated())
      : readAhead(request, bodyBytesMax, (read) => handle(read, segment));

export const GET = guarded(served.GET);
export const POST = guarded(served.POST);
export const PUT = guarded(served.PUT);
