"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { hrefOf } from "@/components/layout/navigation";
import { emailAddress, newPassword, personName } from "@/lib/contracts/users";
import { registerUser } from "@/lib/domain/users/register-user";
import { consentModes, workspaceNameCharsMax } from "@/lib/domain/workspaces/workspace";
import { chosenPreferences } from "@/lib/platform/context/chosen-preferences";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { refusal, textOf } from "../refusal";
import { startSession } from "../start-session";
import { visitorHere } from "../visitor-here";

const registration = z.object({
  name: personName,
  workspaceName: z.string().trim().max(workspaceNameCharsMax),
  consentMode: z.enum(consentModes).optional(),
  email: emailAddress,
  password: newPassword,
});

export async function signUp(_before: FormState, form: FormData): Promise<FormState> {
  const given = {
    name: textOf(form, "name"),
    workspaceName: textOf(form, "workspaceName"),
    email: textOf(form, "email").trim(),
    consentMode: textOf(form, "consentMode"),
  };
  const parsed = registration.safeParse({
    ...given,
    consentMode: given.consentMode || undefined,
    password: textOf(form, "password"),
  });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return { problems: [...fields].map((field) => ({ reason: `invalid_${field}`, field })), values: given };
  }
  const slug = await register(parsed.data).catch((error: unknown) => refusal(error, given));
  if (typeof slug !== "string") return slug;
  redirect(safeReturnPath(hrefOf(slug)));
}

async function register(input: z.output<typeof registration>): Promise<string> {
  const preferences = await chosenPreferences();
  const { user, workspace } = await registerUser(await visitorHere(), { ...input, ...preferences });
  await startSession(user);
  return workspace.slug;
}
