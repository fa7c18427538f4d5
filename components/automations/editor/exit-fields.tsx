"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { IconButton } from "@/components/ui/actions/icon-button";
import { toast } from "@/components/ui/feedback/toast";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { type ExitRule, exitRuleKinds, exitsMax } from "@/lib/domain/automations/definition";
import { useDefinitionWords } from "../words/use-definition-words";
import { EventFields } from "./event/event-fields";

export type ExitFieldsProps = {
  exits: ExitRule[];
  /** With those of the moment: an undo comes after other changes. */
  onChange: (change: (exits: ExitRule[]) => ExitRule[]) => void;
};

const newRule = (kind: ExitRule["kind"]): ExitRule =>
  kind === "event" ? { kind, event: "order_completed", where: [] } : { kind };

/** What takes people out; the first that holds is the reason that is told. */
export function ExitFields({ exits, onChange }: ExitFieldsProps) {
  const t = useTranslations("automations.exits");
  const words = useDefinitionWords();
  const offered = exitRuleKinds.filter(
    (kind) => kind === "event" || !exits.some((exit) => exit.kind === kind),
  );
  const move = (from: number, to: number) => {
    const rule = exits[from];
    if (rule && to >= 0 && to < exits.length)
      onChange((all) => all.toSpliced(from, 1).toSpliced(to, 0, rule));
  };
  const remove = (position: number, rule: ExitRule) => {
    onChange((all) => all.toSpliced(position, 1));
    const undo = () => onChange((all) => all.toSpliced(position, 0, rule));
    toast.info(t("removed"), { action: { label: t("undo"), onClick: undo } });
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <ol className="flex flex-col gap-2 empty:hidden">
        {exits.map((rule, position) => {
          const name = words.exit(rule);
          return (
            // Rules have no identity but their place.
            <li key={`${rule.kind}:${position.toString()}`} className="min-w-0 rounded-md border p-3">
              <div className="flex items-center gap-1">
                <span className="min-w-0 flex-1 break-words font-medium text-sm">{name}</span>
                <IconButton
                  size="sm"
                  icon={<ArrowUp />}
                  label={t("moveUp", { rule: name })}
                  onClick={() => move(position, position - 1)}
                />
                <IconButton
                  size="sm"
                  icon={<ArrowDown />}
                  label={t("moveDown", { rule: name })}
                  onClick={() => move(position, position + 1)}
                />
                <IconButton
                  size="sm"
                  icon={<Trash2 />}
                  label={t("remove", { rule: name })}
                  onClick={() => remove(position, rule)}
                />
              </div>
              {rule.kind === "event" ? (
                <div className="mt-3">
                  <EventFields
                    label={t("event")}
                    value={rule}
                    onChange={(choice) => onChange((all) => all.with(position, { kind: "event", ...choice }))}
                  />
                </div>
              ) : (
                <p className="text-muted-foreground text-xs">{t(`help.${rule.kind}`)}</p>
              )}
            </li>
          );
        })}
      </ol>
      {exits.length < exitsMax ? (
        <Menu
          align="start"
          trigger={
            <Button size="sm" className="self-start" icon={<Plus />}>
              {t("add")}
            </Button>
          }
        >
          {offered.map((kind) => (
            <MenuItem key={kind} onClick={() => onChange((all) => [...all, newRule(kind)])}>
              {t(`kinds.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  );
}
