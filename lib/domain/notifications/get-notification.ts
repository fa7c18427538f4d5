import { findNotification, listDeliveriesOf } from "@/db/queries/notifications/find-notification";
import { pickLanguage } from "@/lib/domain/content/content";
import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { notFound } from "@/lib/platform/errors";
import { toListed } from "./list-notifications";
import { consentGroundOf, gateAnswersOf } from "./notification";

/** One notification with every answer to "did it arrive, and if not, why". */
export async function getNotification(ctx: WorkspaceContext, key: { runId: string; contactId: string }) {
  ctx.require("notifications.read");
  const [row, deliveries] = await Promise.all([
    findNotification(ctx.scope, key),
    listDeliveriesOf(ctx.scope, key),
  ]);
  if (!row) throw notFound();
  const {
    skipInputs,
    skippedAt,
    contactLocale,
    workspaceLocale,
    contents,
    expiresAt,
    sendAt,
    consent,
    ...listed
  } = row;
  const gates = gateAnswersOf(row.skipReason, row.skipReason !== null || deliveries.length > 0);
  const isConsentPassed = gates.some(({ gate, verdict }) => gate === "no_consent" && verdict === "passed");
  const askedAt = deliveries.map(({ sentAt }) => sentAt).sort((a, b) => a.getTime() - b.getTime())[0];
  const [first, ...others] = contents;
  const content = first ? pickLanguage([first, ...others], contactLocale, workspaceLocale) : undefined;
  return {
    ...toListed(listed),
    sendAt,
    expiresAt,
    content: content
      ? { language: content.language, title: content.title, subtitle: content.subtitle, body: content.body }
      : null,
    skip:
      row.skipReason && skippedAt
        ? { reason: row.skipReason, inputs: skipInputs ?? {}, occurredAt: skippedAt }
        : null,
    gates,
    consentGround: isConsentPassed
      ? consentGroundOf({
          category: row.category,
          isContactKnown: row.firstName !== null,
          consent: consent && { status: consent.status, occurredAt: new Date(consent.occurredAt) },
          askedAt: askedAt ?? skippedAt,
        })
      : null,
    deliveries: deliveries.map(({ providerId, providerName, providerKind, ...delivery }) => ({
      ...delivery,
      provider: { id: providerId, name: providerName, kind: providerKind },
    })),
  };
}
