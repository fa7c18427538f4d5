"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import {
  type Command,
  type CommandGroup,
  usePaletteCommands,
} from "@/components/layout/use-palette-commands";
import { usePaletteFinds } from "@/components/layout/use-palette-finds";
import { Kbd } from "@/components/ui/display/kbd";
import { optionStyles } from "@/components/ui/forms/control-styles";

export type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void };

export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations("shell");
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-overlay transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center p-3 sm:pt-[14vh]">
          <Dialog.Popup
            aria-label={t("palette")}
            className="flex max-h-[min(28rem,80dvh)] w-full max-w-xl flex-col overflow-hidden rounded-xl bg-popover shadow-lg outline-none transition-[scale,opacity] duration-100 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <PaletteList close={() => onOpenChange(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({ close }: { close: () => void }) {
  const t = useTranslations("shell");
  const [text, setText] = useState("");
  const { finds, isSearching } = usePaletteFinds(text);
  const groups = usePaletteCommands(text, finds);
  const filter = Autocomplete.useFilter({ locale: useLocale(), sensitivity: "base" });
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      value={text}
      onValueChange={setText}
      itemToStringValue={(command: Command) => command.label}
      filter={(command: Command, query: string) =>
        command.isMeant || filter.contains(command, query, (item: Command) => item.label)
      }
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <Autocomplete.Input
          aria-label={t("palette")}
          placeholder={t("palettePlaceholder")}
          className="h-12 w-full bg-transparent text-base outline-none focus-visible:outline-none max-sm:text-lg"
        />
        <Dialog.Close className="sr-only">{t("closePalette")}</Dialog.Close>
        <Kbd keys="esc" />
      </div>
      <Autocomplete.Empty className="text-muted-foreground text-sm empty:hidden">
        <p className="px-4 py-8 text-center">{t(isSearching ? "paletteSearching" : "paletteEmpty")}</p>
      </Autocomplete.Empty>
      <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5 [scroll-padding-block:0.375rem] data-empty:p-0">
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-1">
            <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 font-medium text-subtle-foreground text-xs">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className={`${optionStyles} min-h-9 [&_svg]:text-muted-foreground`}
                  onClick={() => {
                    close();
                    command.run();
                  }}
                >
                  {command.icon}
                  <span className="min-w-0 flex-1 truncate">
                    {command.label}
                    {command.detail ? (
                      <span className="text-subtle-foreground"> {command.detail}</span>
                    ) : null}
                  </span>
                  {command.keys ? <Kbd keys={command.keys} /> : null}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
