"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { CodeBlock } from "@/components/ui/display/code-block";
import { Callout } from "@/components/ui/feedback/callout";
import { Dialog, DialogClose } from "@/components/ui/overlays/dialog";
import type { NewApiKey } from "./api";
import { findTrialCall } from "./find-trial-call";

export type NewKeyDialogProps = { apiKey: NewApiKey; onClose: () => void };

/** The one time the secret can be seen. A press outside does not close it. */
export function NewKeyDialog({ apiKey, onClose }: NewKeyDialogProps) {
  const t = useTranslations("api-keys.created");
  const path = findTrialCall(apiKey.scopes);
  const curl = [
    `curl "${window.location.origin}${path}?limit=1" \\`,
    `  -H "Authorization: Bearer ${apiKey.secret}"`,
  ].join("\n");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpen
      width="lg"
      title={t("title", { name: apiKey.name })}
      footer={
        <DialogClose
          render={<Button variant="primary">{t(apiKey.kind === "secret" ? "stored" : "close")}</Button>}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {apiKey.kind === "secret" ? (
          <Callout tone="warning" title={t("once")}>
            {t("onceHelp")}
          </Callout>
        ) : (
          <Callout title={t("public")}>{t("publicHelp", { origins: apiKey.origins.join(", ") })}</Callout>
        )}
        <CodeBlock code={apiKey.secret} title={t("key")} wrap />
        {apiKey.kind === "publishable" ? (
          <CodeBlock code={snippetOf(apiKey.secret)} title={t("inPage")} wrap />
        ) : null}
        {path ? <CodeBlock code={curl} title={t("try")} wrap /> : null}
      </div>
    </Dialog>
  );
}

const snippetOf = (key: string): string =>
  [
    '<script type="module">',
    `  import { PushPilot } from "${window.location.origin}/sdk/v1/pushpilot.js";`,
    `  const pushpilot = PushPilot.init({ key: "${key}" });`,
    '  await pushpilot.identify("42", { first_name: "Ayşe" });',
    '  await pushpilot.track("cart_updated", { cart_id: "c-1", url: location.href });',
    "</script>",
  ].join("\n");
