import { askBeforeWiping } from "./start/ask-before-wiping";
import { StartRefusal } from "./start/start-refusal";

const what =
  "This deletes the demo's two workspaces with everything that was added to them, and its logins and API key.";

const { stdin: input, stdout: output } = process;
try {
  const isTerminal = input.isTTY && output.isTTY;
  if (!(await askBeforeWiping(what, process.argv.slice(2), { input, output, isTerminal }))) {
    console.log("Nothing was changed.");
    process.exit(1);
  }
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  console.error(error.message);
  process.exit(2);
}

// Only now: all of the product takes seconds to load, which nobody should wait for to be asked.
const { resetDemo } = await import("./start/reset-demo");
const demo = await resetDemo();
console.log("The demo is as new. Logins and API key:");
for (const { role, email, password } of demo?.logins ?? [])
  console.log(`  ${role.padEnd(8)} ${email}  ${password}`);
console.log(`  API key  ${demo?.apiKey ?? "none: this database has accounts of its own"}`);
