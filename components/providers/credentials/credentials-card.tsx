"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { DescriptionList } from "@/components/ui/display/description-list";
import { connectableKinds } from "@/lib/domain/providers/provider";
import type { Provider } from "../api";
import { CredentialsDialog } from "./credentials-dialog";

/** Names in the order in which people look for them; the VAPID public key is for their own page, hence copyable. */
const copyable: ReadonlySet<string> = new Set(["vapidPublicKey"]);

export function CredentialsCard({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const words = useTranslations("providers.hints");
  const mayWrite = useMay("providers.write");
  const [replacing, setReplacing] = useState(false);
  const kind = connectableKinds.find((known) => known === provider.kind);
  if (!kind) return null;
  const { credentialHints, credentialsChangedAt, credentialsChangedBy, archivedAt } = provider;
  const items = Object.entries(credentialHints).map(([name, value]) => ({
    key: name,
    term: words.has(name) ? words(name) : name,
    detail: (
      <span className="flex items-start gap-1">
        <span className="min-w-0 break-all font-mono text-xs leading-5">{value}</span>
        {copyable.has(name) ? <CopyButton value={value} label={t("copyPublicKey")} /> : null}
      </span>
    ),
  }));
  const changed = {
    key: "changed",
    term: t("credentialsChanged"),
    detail: (
      <>
        <DateTime value={credentialsChangedAt} /> · {credentialsChangedBy}
      </>
    ),
  };
  return (
    <Card
      title={t("credentials")}
      description={t("credentialsSealed")}
      actions={
        mayWrite && !archivedAt ? (
          <Button size="sm" onClick={() => setReplacing(true)}>
            {t("replace")}
          </Button>
        ) : null
      }
    >
      <DescriptionList items={[...items, changed]} />
      {replacing ? (
        <CredentialsDialog provider={provider} kind={kind} onClose={() => setReplacing(false)} />
      ) : null}
    </Card>
  );
}
