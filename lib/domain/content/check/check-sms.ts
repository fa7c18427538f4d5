import type { Channel, MessageCategory } from "@/lib/domain/channels/channel";
import type { RenderedContent } from "../compile-content";
import { foldSmsText } from "../sms/fold-sms-text";
import { smsSegments, smsUnitsOfThreeParts } from "../sms/sms-segments";
import { type ContentProblem, contentProblem } from "./content-problem";

/** The words operators and readers know, or any link. */
const optOut = /\b(RET|IPTAL|İPTAL|STOP|CIK|ÇIK|DUR|OPT.?OUT|UNSUBSCRIBE)\b|https?:\/\//iu;

export function checkSms(
  channel: Channel,
  category: MessageCategory,
  rendered: RenderedContent,
): ContentProblem[] {
  if (channel !== "sms" || rendered.body === "") return [];
  const warn = (code: Parameters<typeof contentProblem>[0], values: Record<string, string | number> = {}) =>
    contentProblem(code, { severity: "warning", language: rendered.language, field: "body", values });
  const count = smsSegments(rendered.body);
  const problems: ContentProblem[] = [];
  if (count.segments > 3) {
    const encoding = count.encoding === "gsm7" ? "GSM-7" : "Unicode";
    problems.push(
      warn("sms_many_segments", {
        segments: count.segments,
        encoding,
        max: smsUnitsOfThreeParts[count.encoding],
      }),
    );
  }
  const folded = smsSegments(foldSmsText(rendered.body));
  if (count.encoding === "ucs2" && folded.segments < count.segments) {
    const characters = count.unicodeCharacters.map(({ character }) => character).join(" ");
    problems.push(warn("sms_unicode", { characters, segments: count.segments, folded: folded.segments }));
  }
  if (category === "marketing" && !optOut.test(rendered.body)) problems.push(warn("opt_out_missing"));
  return problems;
}
