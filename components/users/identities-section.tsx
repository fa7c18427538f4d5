"use client";

import { useQuery } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { DateTime } from "@/components/ui/display/date-time";
import { ErrorState } from "@/components/ui/feedback/error-state";
import { Skeleton } from "@/components/ui/feedback/skeleton";
import { toast } from "@/components/ui/feedback/toast";
import { FormSection } from "@/components/ui/forms/form-section";
import { ConfirmDialog } from "@/components/ui/overlays/confirm-dialog";
import { type IdentityProvider, identityProviderNames, identityProviders } from "@/lib/domain/users/user";
import { identitiesOptions, useDisconnectIdentity } from "./api";

export type IdentitiesSectionProps = { connectable: readonly IdentityProvider[] };

/** Not there at all where no provider signs anybody in. */
export function IdentitiesSection({ connectable }: IdentitiesSectionProps) {
  const t = useTranslations("profile.identities");
  const query = useQuery(identitiesOptions());
  const connected = query.data?.data ?? [];
  const shown = identityProviders.filter(
    (provider) => connectable.includes(provider) || connected.some((one) => one.provider === provider),
  );
  if (shown.length === 0 && !query.isError) return null;
  return (
    <FormSection title={t("title")} description={t("description")}>
      {query.isPending ? <Skeleton className="h-10 w-full" /> : null}
      {query.isError ? <ErrorState onRetry={() => query.refetch()} /> : null}
      {query.data ? (
        <ul className="divide-y">
          {shown.map((provider) => (
            <IdentityRow
              key={provider}
              provider={provider}
              connected={connected.find((one) => one.provider === provider)}
            />
          ))}
        </ul>
      ) : null}
    </FormSection>
  );
}

type RowProps = {
  provider: IdentityProvider;
  connected: { connectedAt: Date; isOnlyWayIn: boolean } | undefined;
};

function IdentityRow({ provider, connected }: RowProps) {
  const t = useTranslations("profile.identities");
  const name = identityProviderNames[provider];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2.5 text-sm first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="text-muted-foreground text-xs">
          {connected ? (
            <>
              {t("since")} <DateTime value={connected.connectedAt} />
            </>
          ) : (
            t("notConnected")
          )}
        </p>
        {connected?.isOnlyWayIn ? <p className="text-muted-foreground text-xs">{t("onlyWayIn")}</p> : null}
      </div>
      {connected ? (
        <Disconnect provider={provider} disabled={connected.isOnlyWayIn} />
      ) : (
        <Button size="sm" onClick={() => void signIn(provider, { callbackUrl: location.pathname })}>
          {t("connect", { name })}
        </Button>
      )}
    </li>
  );
}

function Disconnect({ provider, disabled }: { provider: IdentityProvider; disabled: boolean }) {
  const t = useTranslations("profile.identities");
  const disconnect = useDisconnectIdentity();
  const name = identityProviderNames[provider];
  const handleConfirm = () =>
    disconnect.mutateAsync(provider).then(() => toast.success(t("disconnected", { name })));
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" disabled={disabled}>
          {t("disconnect", { name })}
        </Button>
      }
      title={t("confirmTitle", { name })}
      description={t("confirmDescription", { name })}
      confirmLabel={t("disconnect", { name })}
      onConfirm={handleConfirm}
    />
  );
}
