import type { FormProblem, FormState } from "@/components/auth/form-state";
import { type AppError, isAppError } from "@/lib/platform/errors";

/** Known refusals become a message; anything else goes on to the error page. */
export function refusal(error: unknown, values: Record<string, string>): FormState {
  if (!isAppError(error) || error.code === "internal") throw error;
  return { problems: problemsOf(error), values };
}

function problemsOf(error: AppError): FormProblem[] {
  const { retryAfterSeconds, reason, errors } = error.details;
  if (retryAfterSeconds !== undefined) return [{ reason: "rate_limited", retryAfterSeconds }];
  if (errors && errors.length > 0)
    return errors.map(({ code, pointer }) => ({ reason: code, field: pointer }));
  return [{ reason: reason ?? error.code }];
}

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
