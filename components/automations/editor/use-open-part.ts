import { parseAsString, useQueryState } from "nuqs";
import { toWireId, wireId } from "@/lib/contracts/wire/ids";

/** Steps are named in the address as everywhere outside. */
const toWire = (part: string): string => (/^[0-9a-f-]{36}$/.test(part) ? toWireId("step", part) : part);

const fromWire = (text: string): string => wireId("step").safeParse(text).data ?? text;

/** The part whose fields are open, in the address; one at a time. */
export function useOpenPart() {
  const [text, setText] = useQueryState("edit", parseAsString);
  const openPart = text === null ? null : fromWire(text);
  return {
    openPart,
    show: (part: string) => void setText(toWire(part)),
    toggle: (part: string) => void setText(openPart === part ? null : toWire(part)),
  };
}

export type OpenPart = ReturnType<typeof useOpenPart>;
