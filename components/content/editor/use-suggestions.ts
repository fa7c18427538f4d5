import { type KeyboardEvent, type RefObject, useState } from "react";
import { type CaretPlace, placeAtCaret } from "./caret-place";
import { type TextControl, typeOver } from "./insert-text";
import { type OfferedVariable, useVariables } from "./use-variables";
import { rangeOfToken, type VariableToken, variableTokenAt } from "./variable-token";

type Session = VariableToken & { place: CaretPlace };

export type Suggestions = {
  found: OfferedVariable[];
  /** Place in `found`; -1 while nothing was typed or chosen. */
  active: number;
  /** Absent while the list is closed. */
  place: CaretPlace | undefined;
  choose: (name: string) => void;
  handleChange: () => void;
  handleSelect: () => void;
  handleKeyDown: (event: KeyboardEvent) => void;
  close: () => void;
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The variables that fit what is typed after a brace. The focus stays in the field all the while. */
export function useSuggestions(
  control: RefObject<TextControl | null>,
  workspace: string,
  form: "text" | "code",
): Suggestions {
  const [session, setSession] = useState<Session | null>(null);
  const [chosen, setChosen] = useState(-1);
  /** Where a list was closed by Escape: it stays closed for that output. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const found = useVariables(workspace, session?.query ?? null);
  const isOpen = session !== null && found.length > 0;
  const active = chosen < 0 && session?.query.trim() ? 0 : Math.min(chosen, found.length - 1);

  const tokenNow = (): VariableToken | undefined => {
    const field = control.current;
    if (!field || field.selectionStart !== field.selectionEnd) return undefined;
    return variableTokenAt(field.value, field.selectionStart ?? 0, form);
  };
  const close = () => {
    setSession(null);
    setChosen(-1);
  };
  const handleChange = () => {
    const token = tokenNow();
    setChosen(-1);
    if (token?.start !== dismissed) setDismissed(null);
    if (!token || !control.current || token.start === dismissed) return setSession(null);
    const place = session?.start === token.start ? session.place : placeAtCaret(control.current, token.start);
    setSession({ ...token, place });
  };
  const handleSelect = () => {
    if (!session) return;
    const token = tokenNow();
    if (token?.start !== session.start) close();
    else if (token.query !== session.query) setSession({ ...session, query: token.query });
  };
  const choose = (name: string) => {
    const field = control.current;
    const token = tokenNow() ?? session;
    if (!field || !token) return;
    const caret = field.selectionStart ?? field.value.length;
    typeOver(field, rangeOfToken(field.value, token, caret), `{{ ${name} }}`);
    close();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!isOpen || isModified || event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    const name = found[active]?.name;
    if (step !== undefined) {
      const next = active < 0 && step < 0 ? found.length - 1 : active + step;
      setChosen((next + found.length) % found.length);
    } else if (event.key === "Escape") {
      setDismissed(session.start);
      close();
    } else if ((event.key === "Enter" || event.key === "Tab") && name !== undefined) choose(name);
    else return;
    event.preventDefault();
    // A dialog around the field must not take the same Escape.
    event.stopPropagation();
  };
  const place = isOpen ? session.place : undefined;
  return { found, active, place, choose, handleChange, handleSelect, handleKeyDown, close };
}
