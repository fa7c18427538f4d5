"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { CodeBlock } from "@/components/ui/display/code-block";
import { Dialog } from "@/components/ui/overlays/dialog";

const exampleOf = (language: string, words: { name: string; title: string; body: string }) => ({
  name: words.name,
  channel_type: "app_push",
  schedule_type: "send_now",
  contents: [{ language, title: words.title, body: words.body }],
  audience: { filter: { and: [] } },
});

export function ApiExampleDialog({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations("campaigns.apiExample");
  const locale = useLocale();
  const words = { name: t("name"), title: String(t.raw("messageTitle")), body: t("messageBody") };
  const json = JSON.stringify(exampleOf(locale, words), null, 2);
  const origin = typeof window === "undefined" ? "" : window.location.origin;
  const command = [
    `curl ${origin}/api/v1/campaigns \\`,
    '  -H "Authorization: Bearer $PUSHPILOT_API_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    '  -H "Idempotency-Key: $(uuidgen)" \\',
    `  -d '${json.replaceAll("'", "'\\''")}'`,
  ].join("\n");
  return (
    <Dialog title={t("title")} description={t("description")} trigger={trigger} width="lg">
      <CodeBlock code={command} title="curl" />
    </Dialog>
  );
}
