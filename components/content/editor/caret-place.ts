import type { TextControl } from "./insert-text";

/** Where a list at the caret goes, in pixels from the edges of the field's box. */
export type CaretPlace = { left: number } & ({ top: number } | { bottom: number });

const listWidth = 320;
const listHeight = 256;
const gap = 4;

const copied = [
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "line-height",
  "padding-left",
  "padding-right",
  "padding-top",
  "text-indent",
] as const;

/** Beneath the line of the character at `index`; above it where the window ends. */
export function placeAtCaret(control: TextControl, index: number): CaretPlace {
  const caret = caretOf(control, index);
  const left = Math.max(0, Math.min(caret.left, control.offsetWidth - listWidth));
  const box = control.getBoundingClientRect();
  const visibleHeight = window.visualViewport?.height ?? window.innerHeight;
  const fitsBelow = box.top + caret.bottom + listHeight < visibleHeight;
  if (fitsBelow || box.top + caret.top < listHeight) return { left, top: caret.bottom + gap };
  return { left, bottom: control.offsetHeight - caret.top + gap };
}

/** A browser tells the caret's place of no field: the text before it is laid out once more beside the field. */
function caretOf(control: TextControl, index: number) {
  const isLine = control instanceof HTMLInputElement;
  const mirror = document.createElement("div");
  const style = getComputedStyle(control);
  for (const name of copied) mirror.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(mirror.style, {
    position: "absolute",
    visibility: "hidden",
    top: "0",
    left: "0",
    width: isLine ? "max-content" : `${control.clientWidth}px`,
    whiteSpace: isLine ? "pre" : "pre-wrap",
    overflowWrap: "break-word",
  });
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  mirror.append(control.value.slice(0, index), mark);
  control.parentElement?.append(mirror);
  const { offsetLeft, offsetTop, offsetHeight } = mark;
  mirror.remove();
  const top = isLine ? 0 : Math.min(Math.max(0, offsetTop - control.scrollTop), control.clientHeight);
  const bottom = isLine ? control.offsetHeight : Math.min(top + offsetHeight, control.offsetHeight);
  return { left: offsetLeft - control.scrollLeft, top, bottom };
}
