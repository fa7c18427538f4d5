import { Globe, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame-props";
import { PreviewImage } from "./preview-image";
import { SenderMark } from "./sender-mark";

/** Chrome shows two buttons, whatever more there are. */
const buttonsShown = 2;

export function ChromeNotification({ content, sender }: FrameProps) {
  const t = useTranslations("content.preview");
  const { title, body, imageUrl, iconUrl, actions } = content;
  return (
    <div className="ml-auto w-full max-w-90 overflow-hidden rounded-lg border bg-card text-foreground shadow-lg">
      {imageUrl ? <PreviewImage src={imageUrl} alt={t("image")} className="aspect-2/1 w-full" /> : null}
      <div className="flex gap-3 p-3.5">
        {iconUrl ? (
          <PreviewImage src={iconUrl} alt={t("icon")} className="size-12 shrink-0 rounded-md" />
        ) : (
          <SenderMark sender={sender} className="size-12" />
        )}
        <div className="min-w-0 flex-1">
          <div className="flex items-start justify-between gap-2">
            <p className="line-clamp-2 break-words font-semibold text-sm">{title}</p>
            <X aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
          </div>
          <p className="line-clamp-4 whitespace-pre-line break-words text-sm">{body}</p>
          <p className="mt-1 flex items-center gap-1 text-2xs text-muted-foreground">
            <Globe aria-hidden className="size-3" /> Google Chrome · {sender}
          </p>
        </div>
      </div>
      {actions.length > 0 ? (
        <ul className="flex gap-2 px-3.5 pb-3.5">
          {actions.slice(0, buttonsShown).map((action) => (
            <li
              key={action.id}
              className="min-w-0 flex-1 truncate rounded-md bg-accent px-3 py-1.5 text-center text-sm"
            >
              {action.title}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
