import { changeOptOut } from "@/lib/domain/contacts/consents/change-opt-out";
import { describeUnsubscribe } from "@/lib/domain/contacts/unsubscribe/describe-unsubscribe";
import { openUnsubscribeLink } from "@/lib/domain/contacts/unsubscribe/open-unsubscribe-link";
import {
  readUnsubscribeToken,
  type UnsubscribeClaim,
} from "@/lib/domain/contacts/unsubscribe/unsubscribe-link";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { renderUnsubscribePage, type UnsubscribeState } from "@/lib/platform/http/pages/unsubscribe-page";

type Segment = { params: Promise<{ token: string }> };
type Meant = { ctx: WorkspaceContext; claim: UnsubscribeClaim };

/** Shows what a click would do and changes nothing: scanners follow links too. */
export async function GET(request: Request, { params }: Segment): Promise<Response> {
  const meant = await read(params);
  return page(request, meant ? "asking" : "unknown", meant);
}

/** The one click of RFC 8058 and the button of the page: no cookie, no redirect, safe to repeat. */
export async function POST(request: Request, { params }: Segment): Promise<Response> {
  const meant = await read(params);
  if (!meant) return page(request, "unknown");
  const { ctx, claim } = meant;
  const isOptedOut = new URLSearchParams(await request.text()).get("action") !== "undo";
  await changeOptOut(ctx, { contactId: claim.contactId, channel: claim.channel, isOptedOut });
  return page(request, isOptedOut ? "done" : "undone", meant);
}

async function read(params: Segment["params"]): Promise<Meant | undefined> {
  const claim = readUnsubscribeToken((await params).token);
  const ctx = claim && (await contextOfHook("unsubscribe", claim.workspaceId));
  return claim && ctx && { ctx, claim: await openUnsubscribeLink(ctx, claim) };
}

async function page({ headers }: Request, state: UnsubscribeState, meant?: Meant): Promise<Response> {
  const subject = meant && (await describeUnsubscribe(meant.ctx, meant.claim));
  return renderUnsubscribePage(state, headers.get("accept-language"), subject);
}
