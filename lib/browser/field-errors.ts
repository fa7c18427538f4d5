import { z } from "zod";
import { ApiError } from "./api-client";

type FieldError = { code: string; detail: string };

/** What is wrong with each field, by its name on the wire, as the contract or the API says; the first of each. */
export function fieldErrorsOf(error: unknown): Record<string, FieldError> {
  return Object.fromEntries(complaintsIn(error).reverse());
}

function complaintsIn(error: unknown): [string, FieldError][] {
  if (error instanceof z.core.$ZodError) {
    return error.issues.map(({ path, code, message }) => [path.join("."), { code, detail: message }]);
  }
  if (!(error instanceof ApiError)) return [];
  return (error.problem.errors ?? []).map(({ pointer, code, detail }) => [pointer, { code, detail }]);
}

/** The sentence to show for a refused act, when the API gave one. */
export const detailOf = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.problem.detail : undefined;
