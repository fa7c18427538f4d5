"use server";

import type { FormState } from "@/components/auth/form-state";
import { emailAddress } from "@/lib/contracts/users";
import { requestPasswordReset } from "@/lib/domain/users/request-password-reset";
import { refusal, textOf } from "../refusal";
import { visitorHere } from "../visitor-here";

export async function askForLink(_before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, "email").trim();
  if (!emailAddress.safeParse(email).success)
    return { problems: [{ reason: "invalid_email", field: "email" }], values: { email } };
  try {
    await requestPasswordReset(await visitorHere(), { email });
  } catch (error) {
    return refusal(error, { email });
  }
  return { values: { email }, isDone: true };
}
