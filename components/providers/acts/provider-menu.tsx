"use client";

import { Archive, Ellipsis, PlugZap, Power, PowerOff, Send, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay, useShell } from "@/components/layout/shell-context";
import { IconButton } from "@/components/ui/actions/icon-button";
import { toast } from "@/components/ui/feedback/toast";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuSeparator } from "@/components/ui/overlays/menu-group";
import { type Provider, useProviderActs } from "../api";
import { SettingsDialog } from "../settings-dialog";
import { TrialDialog } from "../trial/trial-dialog";
import { ConfirmActDialog, type ProviderAct } from "./confirm-act-dialog";

type Opened = ProviderAct | "trial" | "settings";

/** Everything that can be done to one provider; nothing for those who may not. */
export function ProviderMenu({ provider }: { provider: Provider }) {
  const t = useTranslations("providers");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("providers.write");
  const [opened, setOpened] = useState<Opened>();
  const { verify } = useProviderActs(slug);
  if (!mayWrite || provider.archivedAt) return null;
  const isActive = provider.status === "active";
  const handleVerify = () => {
    toast.info(t("verify.running", { name: provider.name }));
    verify.mutate(provider);
  };
  const close = () => setOpened(undefined);
  return (
    <>
      <Menu trigger={<IconButton icon={<Ellipsis />} label={t("actsOf", { name: provider.name })} />}>
        <MenuItem icon={<Send aria-hidden />} onClick={() => setOpened("trial")}>
          {t("acts.test")}
        </MenuItem>
        <MenuItem icon={<PlugZap aria-hidden />} onClick={handleVerify}>
          {t("acts.verify")}
        </MenuItem>
        <MenuItem icon={<Settings2 aria-hidden />} onClick={() => setOpened("settings")}>
          {t("acts.settings")}
        </MenuItem>
        <MenuSeparator />
        {isActive ? (
          <MenuItem icon={<PowerOff aria-hidden />} onClick={() => setOpened("deactivate")}>
            {t("acts.deactivate")}
          </MenuItem>
        ) : (
          <MenuItem icon={<Power aria-hidden />} onClick={() => setOpened("activate")}>
            {t("acts.activate")}
          </MenuItem>
        )}
        {provider.isSandbox ? null : (
          <MenuItem danger icon={<Archive aria-hidden />} onClick={() => setOpened("archive")}>
            {t("acts.archive")}
          </MenuItem>
        )}
      </Menu>
      {opened === "trial" ? <TrialDialog provider={provider} onClose={close} /> : null}
      {opened === "settings" ? <SettingsDialog provider={provider} onClose={close} /> : null}
      {opened && opened !== "trial" && opened !== "settings" ? (
        <ConfirmActDialog act={opened} provider={provider} onClose={close} />
      ) : null}
    </>
  );
}
