import { compileContent, type RenderedContent } from "@/lib/domain/content/compile-content";
import { pickLanguage } from "@/lib/domain/content/content";
import { sampleVariables } from "@/lib/domain/content/sample-variables";
import type { Template } from "./template";

/** The template as a made-up person would get it; null when its Liquid cannot be used. */
export function renderSample({ contents, channel }: Template, locale = "en"): RenderedContent | null {
  const [first, ...rest] = contents;
  if (!first) return null;
  const content = pickLanguage([first, ...rest], locale, locale);
  try {
    return compileContent(content, channel).render(sampleVariables(content.language));
  } catch {
    return null;
  }
}
