"use client";

import { useTranslations } from "next-intl";
import { useShortcuts } from "@/components/layout/shortcut-provider";
import { Kbd } from "@/components/ui/display/kbd";
import { Switch } from "@/components/ui/forms/switch";
import { Dialog } from "@/components/ui/overlays/dialog";

export function ShortcutsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("shell");
  const { list, enabled, setEnabled } = useShortcuts();
  const byKeys = new Map(open ? list().map((shortcut) => [shortcut.keys, shortcut.label]) : []);
  const fixed = [
    ["j", t("shortcutLabels.nextRow")],
    ["k", t("shortcutLabels.previousRow")],
    ["x", t("shortcutLabels.selectRow")],
    ["esc", t("shortcutLabels.clear")],
    ["mod+enter", t("shortcutLabels.submit")],
  ] as const;
  return (
    <Dialog title={t("shortcuts")} open={open} onOpenChange={onOpenChange}>
      <Switch
        label={t("singleKeys")}
        description={t("singleKeysHelp")}
        checked={enabled}
        onCheckedChange={setEnabled}
        className="mb-4 rounded-lg border p-3"
      />
      <dl className="grid gap-x-8 sm:grid-cols-2">
        {[...byKeys, ...fixed].map(([keys, label]) => (
          <div key={keys} className="flex min-h-9 items-center justify-between gap-3 border-b text-sm">
            <dt className="text-muted-foreground">{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
