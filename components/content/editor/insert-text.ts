type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** `text` at the cursor of `control`, in place of the selection and of braces typed just before it. */
export function insertAtCursor(control: TextControl, text: string): { value: string; cursor: number } {
  const { value } = control;
  const start = control.selectionStart ?? value.length;
  const end = control.selectionEnd ?? start;
  const before = value.slice(0, start).replace(/\{+$/, "");
  return { value: before + text + value.slice(end), cursor: before.length + text.length };
}

/** Once React has written the new value and a closing popup has given the focus back. */
export function focusAt(control: TextControl, cursor: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      control.focus();
      control.setSelectionRange(cursor, cursor);
    }),
  );
}
