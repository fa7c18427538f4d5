import type { Content } from "@/lib/domain/content/content";
import { mentionsCoupon } from "@/lib/domain/coupons/allocation/coupon-in-content";

const output = "{{ coupon.code }}";
const guarded = `{% if coupon.code %}${output}{% endif %}`;

/** Puts the code at the end of every language that does not say it; with a holdout so that nobody sees a hole. */
export function insertCoupon(contents: readonly Content[], hasHoldout: boolean): Content[] {
  const code = hasHoldout ? guarded : output;
  return contents.map((content) => {
    if (mentionsCoupon(content)) return content;
    if (content.html !== "") return { ...content, html: insertInPage(content.html, code) };
    const text = content.body || content.subtitle;
    return { ...content, body: text === "" ? code : `${text.trimEnd()} ${code}` };
  });
}

const insertInPage = (html: string, code: string): string => {
  const end = html.search(/<\/body>/i);
  const paragraph = `<p>${code}</p>`;
  return end < 0 ? `${html}\n${paragraph}` : `${html.slice(0, end)}${paragraph}\n${html.slice(end)}`;
};
