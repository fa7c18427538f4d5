import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { ContentPreviewResult } from "@/components/content/api";
import type { FrameProps } from "./frame-props";
import { PreviewImage } from "./preview-image";
import { SenderMark } from "./sender-mark";

const bubble = "max-w-[88%] break-words rounded-2xl rounded-bl-sm px-3 py-2 text-sm shadow-xs";

function ChatHead({ sender }: { sender: string }) {
  return (
    <div className="mb-3 flex flex-col items-center gap-1">
      <SenderMark sender={sender} className="rounded-full" />
      <span className="max-w-full truncate text-2xs">{sender}</span>
    </div>
  );
}

/** The text with a line where the network cuts it. */
export function SmsBubble({ content, sender, sms }: FrameProps & { sms: ContentPreviewResult["sms"] }) {
  const t = useTranslations("content.preview");
  const parts = sms?.parts ?? [content.body];
  let start = 0;
  const placed = parts.map((text, index) => {
    const at = start;
    start += text.length;
    return { text, at, number: index + 1 };
  });
  return (
    <>
      <ChatHead sender={sender} />
      <div className={`${bubble} bg-muted text-foreground`}>
        {placed.map(({ text, at, number }) => (
          <Fragment key={at}>
            {number > 1 ? (
              <span className="my-1.5 flex items-center gap-2 text-2xs text-muted-foreground">
                <span className="h-px flex-1 bg-border-strong" />
                {t("part", { number, total: placed.length })}
                <span className="h-px flex-1 bg-border-strong" />
              </span>
            ) : null}
            <span className="whitespace-pre-line">{text}</span>
          </Fragment>
        ))}
      </div>
    </>
  );
}

export function TelegramBubble({ content, sender }: FrameProps) {
  const t = useTranslations("content.preview");
  const { title, body, imageUrl, actions } = content;
  const text = title === "" ? body : body.slice(title.length).trimStart();
  return (
    <>
      <ChatHead sender={sender} />
      <div className={`${bubble} overflow-hidden border border-info-line bg-info-subtle text-foreground`}>
        {imageUrl ? (
          <PreviewImage
            src={imageUrl}
            alt={t("image")}
            className="-mx-3 -mt-2 mb-2 aspect-2/1 w-[calc(100%+1.5rem)] max-w-none"
          />
        ) : null}
        {title ? <p className="mb-1 font-semibold">{title}</p> : null}
        <p className="whitespace-pre-line">{text}</p>
      </div>
      <ul className="mt-1 flex max-w-[88%] flex-col gap-1">
        {actions.map((action) => (
          <li
            key={action.id}
            className="truncate rounded-lg bg-card/80 px-3 py-1.5 text-center text-foreground text-sm"
          >
            {action.title}
          </li>
        ))}
      </ul>
    </>
  );
}

export function WhatsappBubble({ content, sender }: FrameProps) {
  const [, headline, text] = /^\*(.+?)\*(?:\n\n)?(.*)$/s.exec(content.body) ?? ["", "", content.body];
  return (
    <>
      <ChatHead sender={sender} />
      <div className={`${bubble} border border-success-line bg-success-subtle text-foreground`}>
        {headline ? <p className="mb-1 font-semibold">{headline}</p> : null}
        <p className="whitespace-pre-line">{text}</p>
      </div>
    </>
  );
}
