import { forwardSearch } from "../forward-search";

/** Every `{{ … }}` and `{% … %}` at an odd place, the text around them at the even ones. */
export function splitAtLiquid(source: string): string[] {
  const closers = { "{{": forwardSearch(source, /\}\}/), "{%": forwardSearch(source, /%\}/) };
  const opener = /\{[{%]/g;
  const pieces: string[] = [];
  let done = 0;
  for (let match = opener.exec(source); match; match = opener.exec(source)) {
    const { index } = match;
    const closer = closers[match[0] as keyof typeof closers](index + 2);
    opener.lastIndex = closer?.end ?? index + 1;
    if (!closer) continue;
    pieces.push(source.slice(done, index), source.slice(index, closer.end));
    done = closer.end;
  }
  return [...pieces, source.slice(done)];
}
