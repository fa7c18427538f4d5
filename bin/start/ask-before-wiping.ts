import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { StartRefusal } from "./start-refusal";

type Console = { input: Readable; output: Writable; isTerminal: boolean };

/** Whether to go on. Where nobody can answer, only `--yes` does. */
export async function askBeforeWiping(
  what: string,
  args: readonly string[],
  { input, output, isTerminal }: Console,
): Promise<boolean> {
  if (args.includes("--yes")) return true;
  if (!isTerminal) {
    throw new StartRefusal(
      `${what} Nobody can be asked here: say so with --yes, as in \`-- --yes\` after npm.`,
    );
  }
  const prompt = createInterface({ input, output });
  const closing = once(prompt, "close").then(() => "");
  const answer = await Promise.race([prompt.question(`${what} Go on? (y/N) `), closing]);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}
