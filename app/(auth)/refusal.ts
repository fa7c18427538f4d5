import type { FormState } from "@/components/auth/form-state";
import { type AppError, isAppError } from "@/lib/platform/errors";

/** Known refusals become a message; anything else goes on to the error page. */
export function refusal(error: unknown, values: Record<string, string>): FormState {
  if (!isAppError(error) || error.code === "internal") throw error;
  return { problem: problemOf(error), values };
}

function problemOf(error: AppError): NonNullable<FormState["problem"]> {
  const { retryAfterSeconds, reason, errors } = error.details;
  if (retryAfterSeconds !== undefined) return { reason: "rate_limited", retryAfterSeconds };
  const [first] = errors ?? [];
  if (first) return { reason: first.code, field: first.pointer };
  return { reason: reason ?? error.code };
}

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
