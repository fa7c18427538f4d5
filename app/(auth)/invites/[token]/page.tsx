import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthCard } from "@/components/auth/auth-card";
import { JoinForm } from "@/components/auth/join-form";
import { Button } from "@/components/ui/actions/button";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Callout } from "@/components/ui/feedback/callout";
import type { InviteOffer } from "@/db/queries/system/invites";
import { findInviteOffer } from "@/lib/domain/invites/find-invite-offer";
import { findCurrentUser } from "@/lib/platform/context/page-context";
import { signOut } from "../../sign-out/sign-out";
import { visitorHere } from "../../visitor-here";
import { join } from "./join";

/** The address is a secret: it must not travel on in a Referer. */
export const metadata: Metadata = { referrer: "no-referrer", robots: { index: false } };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, visitor, current] = await Promise.all([
    getTranslations("auth"),
    visitorHere(),
    findCurrentUser(),
  ]);
  const offer = await findInviteOffer(visitor, token);
  if (offer?.status !== "invited") return <ClosedInvite status={offer?.status ?? "unknown"} />;
  if (current && current.email !== offer.email)
    return <OtherAccount offer={offer} signedInAs={current.email} />;
  const person = current ? "signed_in" : offer.hasAccount ? "has_account" : "new";
  const role = (await getTranslations("members.roles"))(offer.role);
  const description = offer.inviterName
    ? t("invitedBy", { name: offer.inviterName, role })
    : t("invited", { role });
  return (
    <AuthCard title={t("joinTitle", { workspace: offer.workspaceName })} description={description}>
      <JoinForm action={join} token={token} email={offer.email} person={person} />
    </AuthCard>
  );
}

async function ClosedInvite({ status }: { status: string }) {
  const t = await getTranslations("auth.closedInvite");
  return (
    <AuthCard title={t("title")}>
      <Callout tone="warning" title={t(status)}>
        {t("askAgain")}
      </Callout>
      <ButtonLink href="/" size="lg" className="mt-4 w-full">
        {t("home")}
      </ButtonLink>
    </AuthCard>
  );
}

async function OtherAccount({ offer, signedInAs }: { offer: InviteOffer; signedInAs: string }) {
  const t = await getTranslations("auth");
  return (
    <AuthCard title={t("joinTitle", { workspace: offer.workspaceName })}>
      <Callout tone="warning" title={t("otherAccount", { invited: offer.email, current: signedInAs })}>
        {t("otherAccountHelp")}
      </Callout>
      <form action={signOut} className="mt-4">
        <Button type="submit" size="lg" className="w-full">
          {t("signOut")}
        </Button>
      </form>
    </AuthCard>
  );
}
