"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/auth/form-state";
import { hrefOf } from "@/components/layout/navigation";
import { newPassword, personName } from "@/lib/contracts/users";
import { acceptInvite, registerInvitee } from "@/lib/domain/invites/accept-invite";
import { findInviteOffer } from "@/lib/domain/invites/find-invite-offer";
import { verifyCredentials } from "@/lib/domain/users/verify-credentials";
import { chosenPreferences } from "@/lib/platform/context/chosen-preferences";
import { findCurrentUser } from "@/lib/platform/context/page-context";
import { notFound } from "@/lib/platform/errors";
import { safeReturnPath } from "@/lib/platform/http/safe-return-path";
import { refusal, textOf } from "../../refusal";
import { startSession } from "../../start-session";
import { visitorHere } from "../../visitor-here";

/** Joins as whoever is signed in, as the invited account once its password is given, or as a new account. */
export async function join(_before: FormState, form: FormData): Promise<FormState> {
  const values = { name: textOf(form, "name") };
  const slug = await joinAs(form).catch((error: unknown) => refusal(error, values));
  if (typeof slug !== "string") return { values, ...slug };
  redirect(safeReturnPath(hrefOf(slug)));
}

async function joinAs(form: FormData): Promise<string | FormState> {
  const secret = textOf(form, "token");
  const visitor = await visitorHere();
  const current = await findCurrentUser();
  if (current) return (await acceptInvite(visitor, current, secret)).workspaceSlug;
  const offer = await findInviteOffer(visitor, secret);
  if (!offer) throw notFound();
  const password = textOf(form, "password");
  if (offer.hasAccount) {
    const user = await verifyCredentials(visitor, { email: offer.email, password });
    const { workspaceSlug } = await acceptInvite(visitor, user, secret);
    await startSession(user);
    return workspaceSlug;
  }
  const account = z
    .object({ name: personName, password: newPassword })
    .safeParse({ name: textOf(form, "name"), password });
  if (!account.success) {
    const fields = new Set(account.error.issues.map(({ path }) => String(path[0])));
    return { problems: [...fields].map((field) => ({ reason: `invalid_${field}`, field })) };
  }
  const joined = await registerInvitee(visitor, secret, { ...account.data, ...(await chosenPreferences()) });
  await startSession(joined.user);
  return joined.workspaceSlug;
}
