import type { ContentAction } from "@/lib/domain/content/content";
import { toDeepLink } from "@/lib/domain/content/safe-url";
import type { DocumentAction } from "../notification-document";

const openDeepLink = "open_deep_link";

const namePattern = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** A name, such as `open_deep_link`, or an address; never one that would do harm. */
export const isAction = (action: string): boolean =>
  namePattern.test(action) || action.includes("{") || toDeepLink(action) !== "";

/** A button is told from the others by its id: its name, or `button` where it names an address. */
export function toContentActions(actions: readonly DocumentAction[], deepLink: string): ContentAction[] {
  const taken = new Map<string, number>();
  return actions.map(({ title, action }) => {
    const name = namePattern.test(action) ? action : "button";
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const id = count === 1 ? name : `${name}_${count}`;
    if (action === openDeepLink) return deepLink === "" ? { id, title } : { id, title, url: deepLink };
    return name === action ? { id, title } : { id, title, url: action };
  });
}

export const toDocumentActions = (actions: readonly ContentAction[], deepLink: string): DocumentAction[] =>
  actions.map(({ id, title, url = "" }) => {
    const isOwn = url !== "" && url !== deepLink;
    const name = namePattern.test(id) ? id : openDeepLink;
    return { type: "button", title, action: isOwn ? url : url === "" ? name : openDeepLink };
  });
