import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/display/code-block";
import type { WorkflowRunDetail } from "./api";

export type RunErrorBlockProps = { error: NonNullable<WorkflowRunDetail["error"]> };

/** What was thrown, and where. */
export function RunErrorBlock({ error: { name, message, stack } }: RunErrorBlockProps) {
  const t = useTranslations("workflows");
  return (
    <div className="min-w-0 rounded-lg border border-danger-line bg-danger-subtle p-3 text-sm">
      <p className="flex items-start gap-2">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        <span className="min-w-0 break-words">
          <code className="font-medium font-mono text-xs">{name}</code>: {message}
        </span>
      </p>
      {stack ? <CodeBlock code={stack} title={t("stack")} className="mt-3 bg-card" /> : null}
    </div>
  );
}
