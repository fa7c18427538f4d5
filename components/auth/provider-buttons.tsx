"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/actions/button";
import { Badge } from "@/components/ui/display/badge";
import { useStored } from "@/lib/browser/use-stored";
import type { IdentityProvider } from "@/lib/domain/users/user";
import { lastMethodKey } from "./last-method";

export type ProviderButtonsProps = { providers: readonly IdentityProvider[]; from: string };

export function ProviderButtons({ providers, from }: ProviderButtonsProps) {
  const t = useTranslations("auth");
  const [pending, setPending] = useState<IdentityProvider>();
  const [lastMethod, setLastMethod] = useStored(lastMethodKey);
  if (providers.length === 0) return null;

  const handlePress = (provider: IdentityProvider) => {
    setPending(provider);
    setLastMethod(provider);
    void signIn(provider, { callbackUrl: from }).finally(() => setPending(undefined));
  };

  return (
    <div className="mb-4 flex flex-col gap-2">
      {providers.map((provider) => (
        <Button
          key={provider}
          size="lg"
          className="w-full"
          loading={pending === provider}
          onClick={() => handlePress(provider)}
        >
          {t(`with.${provider}`)}
          {lastMethod === provider ? <Badge tone="brand">{t("lastUsed")}</Badge> : null}
        </Button>
      ))}
      <p className="mt-2 flex items-center gap-3 text-subtle-foreground text-xs before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {t("or")}
      </p>
    </div>
  );
}
