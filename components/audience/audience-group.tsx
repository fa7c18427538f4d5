"use client";

import { FolderPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/forms/select";
import { AudienceConditionRow } from "./audience-condition-row";
import { type GroupNode, groupMatches } from "./audience-node";
import { type BuilderActs, NodeActions } from "./node-actions";

export type AudienceGroupProps = { node: GroupNode; acts: BuilderActs; isRoot?: boolean };

/** A group with its parts; groups nest. */
export function AudienceGroup({ node, acts, isRoot = false }: AudienceGroupProps) {
  const t = useTranslations("audience");
  return (
    <fieldset
      data-audience-node={isRoot ? undefined : node.id}
      className={cn("min-w-0", !isRoot && "rounded-md border border-dashed bg-muted/40 p-2.5")}
    >
      <legend className="sr-only">{t(`groups.${node.match}`)}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex items-center gap-2 text-muted-foreground text-sm">
          <span>{t("match.before")}</span>
          <Select
            aria-label={t("match.label")}
            className="w-auto"
            options={groupMatches.map((value) => ({ value, label: t(`match.${value}`) }))}
            value={node.match}
            onValueChange={(match) => acts.change(node.id, { ...node, match })}
            disabled={acts.disabled}
          />
          <span>{t("match.after")}</span>
        </div>
        {isRoot ? null : <NodeActions id={node.id} name={t("group")} acts={acts} />}
      </div>
      {node.children.length > 0 ? (
        <ul className="mt-2.5 flex flex-col gap-2">
          {node.children.map((child) =>
            child.kind === "condition" ? (
              <AudienceConditionRow key={child.id} node={child} acts={acts} />
            ) : (
              <li key={child.id}>
                <AudienceGroup node={child} acts={acts} />
              </li>
            ),
          )}
        </ul>
      ) : (
        <p className="mt-2.5 rounded-md bg-muted/60 px-3 py-2.5 text-muted-foreground text-sm">
          {t(isRoot ? "everyone" : "emptyGroup")}
        </p>
      )}
      {acts.disabled ? null : (
        <div className="mt-2.5 flex flex-wrap gap-2">
          <Button size="sm" icon={<Plus />} onClick={() => acts.add(node.id, "condition")}>
            {t("addCondition")}
          </Button>
          <Button size="sm" variant="ghost" icon={<FolderPlus />} onClick={() => acts.add(node.id, "group")}>
            {t("addGroup")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
