"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/components/auth/form-state";
import { verifyCredentials } from "@/lib/domain/users/verify-credentials";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { refusal, textOf } from "../refusal";
import { startSession } from "../start-session";
import { visitorHere } from "../visitor-here";

export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, "email");
  try {
    const user = await verifyCredentials(await visitorHere(), { email, password: textOf(form, "password") });
    await startSession(user);
  } catch (error) {
    return refusal(error, { email });
  }
  redirect(safeReturnPath(textOf(form, "from")));
}
