export type TextControl = HTMLInputElement | HTMLTextAreaElement;

export type TextRange = { start: number; end: number };

/** The selection, and braces typed just before it. */
export function rangeAtCursor({
  value,
  selectionStart,
  selectionEnd,
}: Pick<TextControl, "value" | "selectionStart" | "selectionEnd">): TextRange {
  const start = selectionStart ?? value.length;
  return { start: value.slice(0, start).replace(/\{+$/, "").length, end: selectionEnd ?? start };
}

/** Writes `text` over the range as if it were typed: the caret ends behind it, and the field's own undo takes it back. */
export function typeOver(control: TextControl, { start, end }: TextRange, text: string): void {
  control.focus();
  control.setSelectionRange(start, end);
  // Deprecated, and still the only way into a browser's own undo history.
  if (document.execCommand("insertText", false, text)) return;
  control.setRangeText(text, start, end, "end");
  control.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}
