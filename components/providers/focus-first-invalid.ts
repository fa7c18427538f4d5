/** After the errors are drawn, the first field that has one takes the focus. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const invalid = form?.querySelector<HTMLElement>("[data-invalid] :is(input, textarea, button)");
    invalid?.focus();
  });
}
