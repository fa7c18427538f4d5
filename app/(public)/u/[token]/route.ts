import { changeOptOut } from "@/lib/domain/contacts/consents/change-opt-out";
import { readUnsubscribeToken } from "@/lib/domain/contacts/unsubscribe-link";
import { contextOfHook } from "@/lib/platform/context/hook-context";
import { renderUnsubscribePage, type UnsubscribeState } from "@/lib/platform/http/unsubscribe-page";

type Segment = { params: Promise<{ token: string }> };

/** Shows what a click would do and changes nothing: scanners follow links too. */
export async function GET(request: Request, { params }: Segment): Promise<Response> {
  const { token } = await params;
  return page(request, readUnsubscribeToken(token) ? "asking" : "unknown");
}

/** The one click of RFC 8058 and the button of the page: no cookie, no redirect, safe to repeat. */
export async function POST(request: Request, { params }: Segment): Promise<Response> {
  const { token } = await params;
  const claim = readUnsubscribeToken(token);
  const ctx = claim && (await contextOfHook("unsubscribe", claim.workspaceId));
  if (!claim || !ctx) return page(request, "unknown");
  const form = new URLSearchParams(await request.text());
  const isOptedOut = form.get("action") !== "undo";
  await changeOptOut(ctx, { contactId: claim.contactId, channel: claim.channel, isOptedOut });
  return page(request, isOptedOut ? "done" : "undone");
}

const page = (request: Request, state: UnsubscribeState): Response =>
  renderUnsubscribePage(state, request.headers.get("accept-language"));
