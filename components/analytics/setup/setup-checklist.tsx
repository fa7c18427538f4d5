import { CircleCheck, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { hrefOf } from "@/components/layout/navigation";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/display/card";
import { Progress } from "@/components/ui/feedback/progress";
import { type SetupState, type SetupTask, setupTasks } from "@/lib/domain/analytics/setup";
import { ChecklistSwitch } from "./checklist-switch";

const paths: Record<SetupTask, string> = {
  provider: "providers",
  contacts: "contacts/import",
  test: "campaigns/new",
  campaign: "campaigns/new",
  teammate: "settings/members",
};

const optional: readonly SetupTask[] = ["teammate"];

/** The first steps of a workspace, ticked off by what exists in it. */
export function SetupChecklist({ slug, state }: { slug: string; state: SetupState }) {
  const t = useTranslations("home.setup");
  const max = setupTasks.length;
  const value = state.done.length;
  return (
    <Card
      title={t("title")}
      description={t("description")}
      actions={<ChecklistSwitch slug={slug} to="hidden" />}
    >
      <Progress compact label={t("progress")} value={value} max={max} detail={t("doneOf", { value, max })} />
      <ul className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-5">
        {setupTasks.map((task) => {
          const isDone = state.done.includes(task);
          const Icon = isDone ? CircleCheck : CircleDashed;
          return (
            <li key={task} className="flex gap-2 py-1 text-sm">
              <Icon
                aria-hidden
                className={cn("mt-1 size-4 shrink-0", isDone ? "text-success" : "text-subtle-foreground")}
              />
              <span className="min-w-0">
                {isDone ? (
                  <span className="block leading-6 text-muted-foreground">{t(`tasks.${task}.title`)}</span>
                ) : (
                  <Link
                    href={hrefOf(slug, paths[task])}
                    className="block min-h-6 rounded-sm font-medium leading-6 underline decoration-border-strong underline-offset-4 hover:decoration-current"
                  >
                    {t(`tasks.${task}.title`)}
                  </Link>
                )}
                <span className="block text-muted-foreground text-xs">
                  {isDone ? t("done") : t(`tasks.${task}.hint`)}
                  {!isDone && optional.includes(task) ? ` · ${t("optional")}` : null}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
