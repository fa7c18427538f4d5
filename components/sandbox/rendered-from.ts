import type { RenderedContent } from "@/components/content/api";
import type { ShownMessage } from "./api";

/** What arrived, in the form that the device previews draw. */
export function renderedFrom({ preview }: Pick<ShownMessage, "preview">): RenderedContent {
  const { title, body, html, imageUrl, iconUrl, clickUrl, actions } = preview;
  return {
    language: "und",
    title,
    subtitle: "",
    body,
    html: html ?? "",
    imageUrl: imageUrl ?? "",
    iconUrl: iconUrl ?? "",
    badgeUrl: "",
    deepLink: clickUrl ?? "",
    actions: actions.map((action, position) => ({ id: String(position), title: action })),
    requireInteraction: false,
    data: {},
  };
}
