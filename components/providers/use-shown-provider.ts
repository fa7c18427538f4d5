"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { sandboxName } from "@/lib/domain/providers/provider";
import type { Provider } from "./api";

/** The sandbox that came with the workspace is called by its name in the reader's language, until it is renamed. */
export function useShownProvider(): (provider: Provider) => Provider {
  const t = useTranslations("providers");
  return useCallback(
    (provider) => (provider.name === sandboxName ? { ...provider, name: t("sandbox") } : provider),
    [t],
  );
}
