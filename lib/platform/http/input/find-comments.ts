/** The next thing that matters to where comments are: a line's end, a text, a comment. */
const pieces = /\n|"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** Lines on which a comment begins, counted from 1; addresses inside texts are none. */
export function findComments(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  for (const [piece] of text.matchAll(pieces)) {
    if (piece === "\n") line += 1;
    else if (piece.startsWith("/")) {
      if (lines.at(-1) !== line) lines.push(line);
      line += piece.split("\n").length - 1;
    }
  }
  return lines;
}
