"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { CopyButton } from "@/components/ui/actions/copy-button";
import { Card } from "@/components/ui/display/card";
import { DateTime } from "@/components/ui/display/date-time";
import { type Description, DescriptionList } from "@/components/ui/display/description-list";
import { type ConnectableKind, connectableKinds } from "@/lib/domain/providers/provider";
import type { Provider } from "../api";
import { credentialFieldsOf } from "./credential-fields";
import { CredentialsDialog } from "./credentials-dialog";

const namesOf = (kind: ConnectableKind) => credentialFieldsOf[kind].map(({ name }) => name);

/** In the order in which people look for them. */
const order = [
  "projectId",
  "clientEmail",
  "privateKey",
  ...connectableKinds.flatMap((kind) => namesOf(kind)),
];

/** People's own pages subscribe with the VAPID public key. */
const copyable: ReadonlySet<string> = new Set(["vapidPublicKey"]);

export function CredentialsCard({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const items = useHintItems(provider);
  const mayWrite = useMay("providers.write");
  const [replacing, setReplacing] = useState(false);
  const kind = connectableKinds.find((known) => known === provider.kind);
  if (!kind) return null;
  const { credentialsChangedAt, credentialsChangedBy, archivedAt } = provider;
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

function useHintItems({ credentialHints }: Provider): Description[] {
  const t = useTranslations("providers");
  const words = useTranslations("providers.hints");
  const named = order.map((name) => [name, credentialHints[name]] as const);
  const given = named.filter((entry): entry is readonly [string, string] => entry[1] !== undefined);
  return given.map(([name, value]) => ({
    key: name,
    term: words(name),
    detail: (
      <span className="flex items-start gap-1">
        <span className="min-w-0 break-all font-mono text-xs leading-5">
          {name === "security" ? t(`securities.${value}`) : value}
        </span>
        {copyable.has(name) ? <CopyButton value={value} label={t("copyPublicKey")} /> : null}
      </span>
    ),
  }));
}
