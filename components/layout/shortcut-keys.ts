/** A key press in the spelling of `Shortcut.keys`. */
export function keysOf(event: KeyboardEvent): string {
  const key = event.key === "Escape" ? "esc" : event.key.toLowerCase();
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type='checkbox'], [type='radio']), textarea, select"))
  );
}
