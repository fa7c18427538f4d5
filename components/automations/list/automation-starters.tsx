"use client";

import { FilePlus2, Route } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay, useShell } from "@/components/layout/shell-context";
import { Button } from "@/components/ui/actions/button";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { recipeNames } from "@/lib/domain/automations/recipes/recipe-name";
import { useAutomationActs } from "../use-automation-acts";
import { recipeIcons } from "../words/icons";

/** What most people want by itself, each one click away. */
export function AutomationStarters() {
  const t = useTranslations("automations");
  const { slug } = useShell().workspace;
  const mayWrite = useMay("automations.write");
  const { create } = useAutomationActs(slug);
  return (
    <div className="pb-8">
      <EmptyState
        className="pb-6"
        icon={<Route aria-hidden />}
        title={t("starters.title")}
        description={t(mayWrite ? "starters.description" : "starters.viewer")}
      />
      {mayWrite ? (
        <ul className="mx-auto grid max-w-4xl gap-3 px-4 sm:grid-cols-2 lg:grid-cols-3">
          {recipeNames.map((recipe) => (
            <Starter
              key={recipe}
              icon={recipeIcons[recipe]}
              name={t(`recipes.${recipe}.name`)}
              help={t(`recipes.${recipe}.help`)}
              isDisabled={create.isPending}
              onPick={() => create.mutate({ recipe })}
            />
          ))}
          <Starter
            icon={FilePlus2}
            name={t("blank")}
            help={t("starters.blankHelp")}
            isDisabled={create.isPending}
            onPick={() => create.mutate({ name: t("untitled") })}
          />
        </ul>
      ) : null}
    </div>
  );
}

type StarterProps = {
  icon: typeof Route;
  name: string;
  help: string;
  isDisabled: boolean;
  onPick: () => void;
};

function Starter({ icon: Icon, name, help, isDisabled, onPick }: StarterProps) {
  return (
    <li className="relative flex min-w-0 items-start gap-3 rounded-lg border bg-card p-3.5 transition-colors focus-within:border-ring hover:border-border-strong">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-brand" />
      <div className="min-w-0">
        <Button
          variant="ghost"
          disabled={isDisabled}
          onClick={onPick}
          className="-m-1 h-auto p-1 text-left font-medium after:absolute after:inset-0 after:rounded-lg hover:bg-transparent"
        >
          {name}
        </Button>
        <p className="mt-0.5 text-muted-foreground text-sm">{help}</p>
      </div>
    </li>
  );
}
