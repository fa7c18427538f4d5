"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/actions/icon-button";
import type { AudienceNode } from "./audience-node";

/** What the parts of the builder can do to the whole. */
export type BuilderActs = {
  fields: readonly string[];
  disabled: boolean;
  change: (id: string, node: AudienceNode) => void;
  remove: (id: string) => void;
  move: (id: string, direction: "up" | "down") => void;
  add: (groupId: string, kind: "condition" | "group") => void;
};

export function NodeActions({ id, name, acts }: { id: string; name: string; acts: BuilderActs }) {
  const t = useTranslations("audience");
  if (acts.disabled) return null;
  return (
    <div className="flex shrink-0 items-center justify-end">
      <IconButton
        size="sm"
        data-move="up"
        icon={<ArrowUp />}
        label={t("moveUp", { name })}
        onClick={() => acts.move(id, "up")}
      />
      <IconButton
        size="sm"
        data-move="down"
        icon={<ArrowDown />}
        label={t("moveDown", { name })}
        onClick={() => acts.move(id, "down")}
      />
      <IconButton size="sm" icon={<Trash2 />} label={t("remove", { name })} onClick={() => acts.remove(id)} />
    </div>
  );
}
