"use client";

import { useEffect } from "react";

/** Of what the popup is not in, as Base UI marks it. */
const outside = "[data-base-ui-inert]";

/**
 * While the list of a text field is open, the rest of the page stays there for assistive technology: the focus is still in
 * the page, and Tab goes on in it. Base UI hides all but the field, so that one could tab into what is not told.
 */
export function KeepPageTold() {
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      for (const { target, oldValue } of changes)
        if (oldValue === null && target instanceof Element && target.closest(outside))
          target.removeAttribute("aria-hidden");
    });
    const watched = { subtree: true, attributeFilter: ["aria-hidden"], attributeOldValue: true };
    observer.observe(document.body, watched);
    return () => observer.disconnect();
  }, []);
  return null;
}
