"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Tab<Value extends string> = {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  /** A number beside the label. */
  count?: ReactNode;
  /** Left out when the page below reacts to the value itself. */
  content?: ReactNode;
};

export type TabsProps<Value extends string> = {
  tabs: readonly Tab<Value>[];
  label: string;
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  className?: string;
};

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { tabs, label, value, defaultValue, onValueChange, className } = props;
  return (
    <BaseTabs.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={(next: Value) => onValueChange?.(next)}
      className={className}
    >
      <BaseTabs.List
        aria-label={label}
        activateOnFocus={false}
        className="relative flex gap-1 overflow-x-auto border-b [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="-outline-offset-2! inline-flex h-9 shrink-0 items-center gap-1.5 rounded-md px-2.5 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground data-active:text-foreground [&_svg]:size-4"
          >
            {tab.icon}
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="rounded-full bg-muted px-1.5 text-muted-foreground text-xs tabular-nums">
                {tab.count}
              </span>
            )}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-foreground transition-[translate,width] duration-200 ease-out" />
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel
          key={tab.value}
          value={tab.value}
          className={cn(tab.content === undefined ? "hidden" : "pt-4")}
          keepMounted={tab.content === undefined}
        >
          {tab.content}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
