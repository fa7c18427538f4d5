import type { WorkspaceContext } from "@/lib/platform/context/workspace-context";
import { unprocessable } from "@/lib/platform/errors";
import type { Definition } from "./definition";
import { problemsOf } from "./problems-of";

type Aim = "go live" | "be tested";

/** Nothing stands in the way of publishing it; a test needs no provider, since it uses none of the workspace's. */
export async function assertReady(ctx: WorkspaceContext, definition: Definition, to: Aim): Promise<void> {
  const problems = await problemsOf(ctx, definition);
  const errors = problems.filter(
    ({ severity, code }) => severity === "blocking" && (to === "go live" || code !== "no_provider"),
  );
  if (errors.length === 0) return;
  throw unprocessable(`This automation cannot ${to} yet: ${errors.map(({ detail }) => detail).join(" ")}`, {
    reason: errors[0]?.code ?? "not_publishable",
    errors: errors.map(({ pointer, code, detail }) => ({ pointer, code, detail })),
  });
}
