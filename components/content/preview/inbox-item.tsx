import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame-props";
import { PreviewImage } from "./preview-image";
import { SenderMark } from "./sender-mark";

/** One unread message in the in-app inbox. */
export function InboxItem({ content, sender }: FrameProps) {
  const t = useTranslations("content.preview");
  const { title, body, imageUrl } = content;
  return (
    <div className="w-full rounded-xl border bg-card text-foreground shadow-md">
      <p className="border-b px-4 py-2.5 font-semibold text-sm">{t("inbox")}</p>
      <div className="flex gap-3 px-4 py-3">
        <SenderMark sender={sender} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium text-sm">{title}</p>
          <p className="whitespace-pre-line break-words text-muted-foreground text-sm">{body}</p>
          {imageUrl ? (
            <PreviewImage src={imageUrl} alt={t("image")} className="mt-2 aspect-2/1 w-full rounded-md" />
          ) : null}
          <p className="mt-1 text-2xs text-muted-foreground">{t("now")}</p>
        </div>
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-brand-solid" />
      </div>
    </div>
  );
}
