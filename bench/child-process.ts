import type { Reply } from "./harness/child-reply";
import { type TaskName, tasks } from "./tasks/tasks";

type Order = { task: TaskName; input: never };

process.on("message", ({ task, input }: Order) => {
  const work = tasks[task] as (input: never) => Promise<unknown>;
  work(input).then(
    (value) => reply({ value }),
    (error: unknown) =>
      reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

function reply(message: Reply): void {
  process.send?.(message);
}
