"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { contentVariablesOptions } from "@/components/content/api";
import { SegmentedControl } from "@/components/ui/actions/segmented-control";
import { Callout } from "@/components/ui/feedback/callout";
import { type AudienceFilter, attributePrefix } from "@/lib/domain/audience/audience-filter";
import { blankCondition } from "./audience-condition-row";
import { fieldNames } from "./audience-field";
import { AudienceGroup } from "./audience-group";
import { AudienceJson } from "./audience-json";
import {
  type AudienceNode,
  conditionNode,
  type GroupNode,
  groupNode,
  isComplete,
  isTooDeep,
  toFilter,
  toRoot,
} from "./audience-node";
import { addNode, changeNode, moveNode, removeNode } from "./change-tree";
import type { BuilderActs } from "./node-actions";

export type AudienceBuilderProps = {
  /** Slug. */
  workspace: string;
  /** Read once; give a new key to start over. */
  filter: AudienceFilter;
  /** Undefined while a condition is unfinished. */
  onChange: (filter: AudienceFilter | undefined) => void;
  disabled?: boolean;
};

export function AudienceBuilder({ workspace, filter, onChange, disabled = false }: AudienceBuilderProps) {
  const t = useTranslations("audience");
  const [root, setRoot] = useState(() => toRoot(filter));
  const [view, setView] = useState<"builder" | "json">("builder");
  const fields = useFields(workspace, root);
  const change = (next: GroupNode) => {
    setRoot(next);
    onChange(isComplete(next) && !isTooDeep(next) ? toFilter(next) : undefined);
  };
  const moveFocus = useMoveFocus();
  const acts: BuilderActs = {
    fields,
    disabled,
    change: (id, node) =>
      change(id === root.id && node.kind === "group" ? node : changeNode(root, id, () => node)),
    remove: (id) => change(removeNode(root, id)),
    move: (id, direction) => {
      change(moveNode(root, id, direction));
      moveFocus(id, direction);
    },
    add: (groupId, kind) =>
      change(
        addNode(
          root,
          groupId,
          kind === "group" ? groupNode("any", []) : conditionNode(blankCondition("country")),
        ),
      ),
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SegmentedControl
        label={t("view")}
        className="self-end"
        segments={[
          { value: "builder", label: t("builder") },
          { value: "json", label: t("json") },
        ]}
        value={view}
        onValueChange={setView}
      />
      {view === "json" ? (
        <AudienceJson
          filter={toFilter(root)}
          disabled={disabled}
          onApply={(next) => {
            change(toRoot(next));
            setView("builder");
          }}
        />
      ) : (
        <AudienceGroup node={root} acts={acts} isRoot />
      )}
      {isTooDeep(root) ? <Callout tone="warning">{t("tooDeep")}</Callout> : null}
      {isComplete(root) ? null : <p className="text-muted-foreground text-sm">{t("unfinished")}</p>}
    </div>
  );
}

/** Contact fields, the attributes that contacts have, and whatever the filter names already. */
function useFields(workspace: string, root: GroupNode): string[] {
  const { data } = useQuery(contentVariablesOptions(workspace));
  const attributes = (data?.attributes ?? []).map((name) => `${attributePrefix}${name}`);
  return [...new Set([...fieldNames, ...attributes, ...fieldsIn(root)])];
}

const fieldsIn = (node: AudienceNode): string[] =>
  node.kind === "condition" ? [node.condition.field] : node.children.flatMap(fieldsIn);

/** A part that moves into another group is drawn anew; the pressed button must not lose the focus. */
function useMoveFocus() {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (!wanted.current) return;
    document.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = undefined;
  });
  return (id: string, direction: "up" | "down") => {
    wanted.current = `[data-audience-node="${id}"] [data-move="${direction}"]`;
  };
}
