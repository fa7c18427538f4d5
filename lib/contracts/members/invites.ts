import { z } from "zod";
import { inviteEmailsMax, inviteMailStatuses, inviteStatuses } from "@/lib/domain/invites/invite";
import { roles } from "@/lib/domain/members/role";
import { defineContract } from "@/lib/platform/http/contract";
import { emailAddress } from "../users";
import { wireId } from "../wire/ids";
import { wireInstant } from "../wire/instants";
import { wireList } from "../wire/lists";
import { wireObject } from "../wire/wire-object";
import { workspaceParams } from "../workspaces";

const inviteShape = {
  id: wireId("invite"),
  email: z.string(),
  role: z.enum(roles),
  status: z.enum(inviteStatuses),
  inviterName: z.string().nullable(),
  mailedAt: wireInstant
    .nullable()
    .meta({ description: "When a mail server took over the mail with the present link." }),
  expiresAt: wireInstant,
  createdAt: wireInstant,
};

export const invite = wireObject(inviteShape).meta({ id: "Invite" });

export const inviteWithLink = wireObject({
  ...inviteShape,
  url: z.string().meta({ description: "The link to hand over. It is shown this once." }),
  mail: wireObject({
    status: z.enum(inviteMailStatuses).meta({
      description:
        "`sandbox`: it lies in the sandbox inbox, where owners can read it, and reached nobody. `hand_over`: the " +
        "installation has no mail server of its own.",
    }),
    detail: z.string().nullable().meta({ description: "Why the mail was not taken." }),
  }),
}).meta({ id: "InviteWithLink" });

const inviteParams = wireObject({ workspaceId: wireId("workspace"), inviteId: wireId("invite") });

const tag = "Members";

export const listInvitesContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}/invites",
  tag,
  summary: "List open and expired invites",
  access: { permission: "members.read" },
  params: workspaceParams,
  status: 200,
  response: wireList(invite),
});

export const createInvitesContract = defineContract({
  method: "POST",
  path: "/api/v1/workspaces/{workspace_id}/invites",
  tag,
  summary: "Invite people",
  description:
    "Each address gets a link of its own, good for seven days, by e-mail where the installation has a mail server of its " +
    "own. Without one it is yours to hand over: whoever may change the workspace's provider could read it there. A mail " +
    "that fails costs nothing but the mail. A newer invite replaces an older one. An API key gives only roles whose " +
    "every permission it has itself.",
  access: { permission: "members.write" },
  params: workspaceParams,
  body: wireObject({
    emails: z.array(emailAddress).min(1).max(inviteEmailsMax),
    role: z.enum(roles),
  }),
  status: 201,
  response: wireObject({
    data: z.array(inviteWithLink),
    errors: z.array(z.strictObject({ email: z.string(), code: z.literal("already_member") })),
  }),
  idempotent: true,
  showsSecret: true,
});

export const renewInviteContract = defineContract({
  method: "POST",
  path: "/api/v1/workspaces/{workspace_id}/invites/{invite_id}/renew",
  tag,
  summary: "Make a new link for an invite and mail it",
  description: "The link given out before stops working.",
  access: { permission: "members.write" },
  params: inviteParams,
  status: 200,
  response: inviteWithLink,
});

export const revokeInviteContract = defineContract({
  method: "DELETE",
  path: "/api/v1/workspaces/{workspace_id}/invites/{invite_id}",
  tag,
  summary: "Revoke an invite",
  access: { permission: "members.write" },
  params: inviteParams,
  status: 204,
});

export const acceptInviteContract = defineContract({
  method: "POST",
  path: "/api/v1/invites/accept",
  tag,
  summary: "Join a workspace with the secret of an invite link",
  access: "user",
  body: wireObject({
    token: z.string().min(1).max(200).meta({ description: "What follows `/invites/` in the link." }),
  }),
  status: 200,
  response: wireObject({ workspaceId: wireId("workspace"), workspaceSlug: z.string() }),
  rateClass: "guessable",
});
