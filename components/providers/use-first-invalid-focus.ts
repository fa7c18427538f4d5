"use client";

import { type RefObject, useEffect } from "react";

/** Once the errors of a refused form are drawn, the first field that has one takes the focus. */
export function useFirstInvalidFocus(form: RefObject<HTMLElement | null>, error: unknown): void {
  useEffect(() => {
    if (!error) return;
    const invalid = form.current?.querySelector<HTMLElement>(
      ":is(input, textarea, button):is([data-invalid], [aria-invalid=true])",
    );
    invalid?.focus();
  }, [form, error]);
}
