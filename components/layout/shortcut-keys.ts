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
