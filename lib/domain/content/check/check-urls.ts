import type { Content } from "../content";
import { compileText, renderText, type Variables } from "../liquid/compile-text";
import { toDeepLink, toImageUrl } from "../safe-url";
import { type ContentProblem, contentProblem } from "./content-problem";

/** Addresses that a send would leave out. */
export function checkUrls(content: Content, variables: Variables): ContentProblem[] {
  const { language } = content;
  const isLost = (source: string, judge: (url: string) => string) => {
    const url = renderText(compileText(source, "plain"), variables);
    return url !== "" && judge(url) === "";
  };
  const pictures = (["imageUrl", "iconUrl", "badgeUrl"] as const)
    .filter((field) => isLost(content[field], toImageUrl))
    .map((field) => contentProblem("image_not_https", { language, field }));
  const links = [
    ...(isLost(content.deepLink, toDeepLink) ? (["deepLink"] as const) : []),
    ...(content.actions.some(({ url }) => isLost(url ?? "", toDeepLink)) ? (["actions"] as const) : []),
  ];
  return [...pictures, ...links.map((field) => contentProblem("unsafe_link", { language, field }))];
}
