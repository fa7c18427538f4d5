import type { Content } from "../content";
import { compileText, renderText, type Variables } from "../liquid/compile-text";
import { completerOf } from "../own-or-default";
import { toDeepLink, toIconUrl, toImageUrl } from "../safe-url";
import { type ContentProblem, contentProblem } from "./content-problem";

/** Addresses that a send would leave out. */
export function checkUrls(content: Content, given: Variables): ContentProblem[] {
  const { language } = content;
  const variables = completerOf(content.variables)(given);
  const isLost = (source: string, judge: (url: string) => string) => {
    const url = renderText(compileText(source, "plain"), variables);
    return url !== "" && judge(url) === "";
  };
  const pictures = (["imageUrl", "iconUrl", "badgeUrl"] as const)
    .filter((field) => isLost(content[field], field === "imageUrl" ? toImageUrl : toIconUrl))
    .map((field) => contentProblem("image_not_https", { language, field }));
  const links = [
    ...(isLost(content.deepLink, toDeepLink) ? (["deepLink"] as const) : []),
    ...(content.actions.some(({ url }) => isLost(url ?? "", toDeepLink)) ? (["actions"] as const) : []),
  ];
  return [...pictures, ...links.map((field) => contentProblem("unsafe_link", { language, field }))];
}
