import type { z } from "zod";
import type { InvalidParam } from "@/lib/platform/errors";

export type InvalidIssue = z.core.$ZodIssue;

export const errorsMax = 50;
export const pointerLengthMax = 200;

/** What a schema found, named by dotted path. */
export function toInvalidParams(issue: InvalidIssue): InvalidParam[] {
  const pointer = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    // One key of thousands says enough; repeating all of them under each would grow with their square.
    return issue.keys.slice(0, errorsMax).map((key) => ({
      pointer: (pointer ? `${pointer}.${key}` : key).slice(0, pointerLengthMax),
      code: "unknown_field",
      detail: issue.keys.length === 1 ? issue.message : `Unknown field "${key.slice(0, pointerLengthMax)}".`,
    }));
  }
  if (issue.code === "invalid_union") {
    const branch = closestBranch(issue.errors);
    if (branch)
      return branch.flatMap((inner) => toInvalidParams({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  const own: unknown = issue.code === "custom" ? issue.params?.code : undefined;
  return [{ pointer, code: typeof own === "string" ? own : issue.code, detail: issue.message }];
}

/** Of a union's branches, the one whose shape the value has: its complaints lie deepest or are the fewest. */
function closestBranch(branches: InvalidIssue[][]): InvalidIssue[] | undefined {
  const misfits = (branch: InvalidIssue[]) =>
    branch.filter((issue) => issue.path.length === 0 && issue.code !== "custom").length * 100 + branch.length;
  return branches.filter((branch) => branch.length > 0).sort((a, b) => misfits(a) - misfits(b))[0];
}
