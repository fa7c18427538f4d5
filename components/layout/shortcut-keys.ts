/** A key press in the spelling of `Shortcut.keys`. */
export function keysOf(event: KeyboardEvent): string {
  const key = event.key === "Escape" ? "esc" : event.key.toLowerCase();
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

const typingPlaces =
  "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable='true'], [role='combobox'], [role='listbox']";

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typingPlaces) !== null;
}

const openPopups = ":is([role='dialog'], [role='alertdialog'], [role='menu'])[data-open]";

/** Keys then belong to what lies on top of the page. */
export function isPopupOpen(): boolean {
  return document.querySelector(openPopups) !== null;
}
