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
        {path ? <CodeBlock code={curl} title={t("try")} wrap /> : null}
      </div>
    </Dialog>
  );
}
