import { ScrollArea } from "@base-ui/react/scroll-area";
import { useTranslations } from "next-intl";
import type { FilePreview } from "./read-preview";

const rowsShown = 8;

/** The first rows as they were understood. */
export function PreviewTable({ preview }: { preview: FilePreview }) {
  const t = useTranslations("contacts.import");
  const { headings } = preview;
  const rows = preview.sample.slice(0, rowsShown);
  return (
    <ScrollArea.Root className="rounded-lg border">
      {/* Focusable while there is more to see, so that arrow keys can bring it in. */}
      <ScrollArea.Viewport aria-label={t("preview")} className="overflow-x-auto rounded-lg">
        <table className="w-full text-xs">
          <caption className="sr-only">{t("preview")}</caption>
          <thead className="bg-muted text-muted-foreground">
            <tr>
              {keyed(headings).map(({ key, text }) => (
                <th key={key} scope="col" className="whitespace-nowrap px-3 py-2 text-left font-medium">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {keyed(rows.map((row) => row.join("\u001f"))).map(({ key, text }) => (
              <tr key={key}>
                {keyed(text.split("\u001f")).map((cell) => (
                  <td key={cell.key} className="max-w-56 truncate px-3 py-1.5">
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea.Viewport>
    </ScrollArea.Root>
  );
}

/** Cells may repeat; their place tells them apart, and a preview is never reordered. */
const keyed = (texts: readonly string[]) => texts.map((text, at) => ({ key: `${at}`, text }));
