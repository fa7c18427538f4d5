import type { Channel } from "@/lib/domain/channels/channel";
import { type Content, emptyContent } from "@/lib/domain/content/content";
import type { TemplateCategory } from "../template";

export type ShippedTemplate = {
  /** Never changes and is never given to another template: campaigns and links name it. */
  id: string;
  name: { tr: string; en: string };
  channel: Channel;
  category: TemplateCategory;
  contents: Content[];
};

type Words = Partial<Omit<Content, "language">>;

type Definition = {
  number: number;
  name: ShippedTemplate["name"];
  channel: Channel;
  category: TemplateCategory;
  tr: Words;
  en: Words;
};

/** Ids of shipped templates begin with zeros, so they sort after every id that was made by time. */
export function shippedTemplate({ number, name, channel, category, tr, en }: Definition): ShippedTemplate {
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    name,
    channel,
    category,
    contents: [
      { ...emptyContent, ...tr, language: "tr" },
      { ...emptyContent, ...en, language: "en" },
    ],
  };
}
