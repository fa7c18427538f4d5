"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/auth/form-state";
import { newPassword } from "@/lib/contracts/users";
import { resetPassword } from "@/lib/domain/users/reset-password";
import { refusal, textOf } from "../../refusal";
import { visitorHere } from "../../visitor-here";

export async function setPassword(_before: FormState, form: FormData): Promise<FormState> {
  const parsed = newPassword.safeParse(textOf(form, "new_password"));
  if (!parsed.success) return { problems: [{ reason: "invalid_password", field: "new_password" }] };
  try {
    await resetPassword(await visitorHere(), { token: textOf(form, "token"), newPassword: parsed.data });
  } catch (error) {
    return refusal(error, {});
  }
  redirect("/sign-in?notice=password_reset");
}
