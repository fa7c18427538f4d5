import { ApiError } from "./api-client";

/** What the API said about each field, by its name on the wire; the first complaint of each. */
export function fieldErrorsOf(error: unknown): Record<string, { code: string; detail: string }> {
  if (!(error instanceof ApiError)) return {};
  const entries = (error.problem.errors ?? []).map(
    ({ pointer, code, detail }) => [pointer, { code, detail }] as const,
  );
  return Object.fromEntries(entries.reverse());
}

/** The sentence to show for a refused act, when the API gave one. */
export const detailOf = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.problem.detail : undefined;
