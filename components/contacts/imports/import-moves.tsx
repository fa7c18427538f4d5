import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Job } from "@/components/jobs/api";
import { hrefOf } from "@/components/layout/navigation";
import { Callout } from "@/components/ui/feedback/callout";
import type { DescribedMove } from "@/lib/domain/contacts/imports/import-options";

const shownMax = 10;

/** Which addresses rows take from another person, and from whom. */
export function ImportMoves({ workspace, job }: { workspace: string; job: Pick<Job, "result" | "dryRun"> }) {
  const t = useTranslations("contacts.import.moves");
  const { moves = [], moved = 0 } = (job.result ?? {}) as { moves?: DescribedMove[]; moved?: number };
  if (moved === 0) return null;
  const shown = moves.slice(0, shownMax);
  return (
    <Callout tone="warning" title={t("title", { count: moved, done: job.dryRun ? "no" : "yes" })}>
      <p>{t("help")}</p>
      <ul className="mt-1 list-disc space-y-0.5 pl-4">
        {shown.map((move) => (
          <li key={`${move.line} ${move.channel} ${move.address}`} className="break-words">
            <MoveSentence workspace={workspace} move={move} />
          </li>
        ))}
      </ul>
      {moved > shown.length ? <p className="mt-1">{t("more", { count: moved - shown.length })}</p> : null}
    </Callout>
  );
}

function MoveSentence({ workspace, move }: { workspace: string; move: DescribedMove }) {
  const t = useTranslations("contacts.import.moves");
  const { line, address, of, contact, name } = move;
  if (address === "") return t("hidden", { line });
  if (of !== null) return t("row", { line, address, of });
  if (contact === null) return t("earlier", { line, address });
  if (name === null) return t("gone", { line, address });
  return t.rich("contact", {
    line,
    address,
    name: name || t("nameless"),
    person: (chunks: ReactNode) => (
      <a className="underline underline-offset-2" href={hrefOf(workspace, `contacts/${contact}`)}>
        {chunks}
      </a>
    ),
  });
}
