import { once } from "node:events";
import { runUntilSignal } from "../run-until-signal";
import { StartRefusal } from "../start-refusal";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

process.on("SIGTERM", () => say("signalled"));

/** Starts two parts, with a pause between them that ends with a line on stdin: `go` goes on, `fail` fails. */
await runUntilSignal(async (onStop) => {
  onStop("first", () => say("first stopped"));
  say("first started");
  const [line] = (await once(process.stdin, "data")) as [Buffer];
  if (String(line).startsWith("fail")) throw new StartRefusal("it was told to fail");
  onStop("second", () => say("second stopped"));
  say("second started");
});
