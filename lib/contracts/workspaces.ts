import { z } from "zod";
import { roles } from "@/lib/domain/members/role";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import {
  consentModes,
  planTypes,
  slugCharsMax,
  workspaceNameCharsMax,
} from "@/lib/domain/workspaces/workspace";
import { defineContract } from "@/lib/platform/http/contract";
import { sendingRules, sendingRulesInput } from "./timing";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { wireList } from "./wire/lists";
import { timeZone } from "./wire/places";
import { wireObject } from "./wire/wire-object";

const summaryShape = { id: wireId("workspace"), name: z.string(), slug: z.string() };

export const workspaceSummary = wireObject(summaryShape).meta({ id: "WorkspaceSummary" });

export const workspace = wireObject({
  ...summaryShape,
  planType: z.enum(planTypes),
  locale: z.string(),
  timeZone: z.string(),
  consentMode: z.enum(consentModes).meta({
    description: "`opt_in`: marketing reaches only people who said yes. `opt_out`: all who did not say no.",
  }),
  sendingStoppedAt: wireInstant
    .nullable()
    .meta({ description: "While it is set, nothing leaves the workspace." }),
  sendingRules,
  isDemo: z.boolean(),
  role: z.enum(roles).nullable().meta({ description: "The caller's; null for an API key." }),
  createdAt: wireInstant,
  updatedAt: wireInstant,
}).meta({ id: "Workspace" });

export const workspaceParams = wireObject({ workspaceId: wireId("workspace") });

const workspaceName = z.string().trim().min(1).max(workspaceNameCharsMax);
const slug = z
  .string()
  .min(2)
  .max(slugCharsMax)
  .meta({ description: "Part of the dashboard's addresses.", example: "acme" });

const tag = "Workspaces";

export const listWorkspacesContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces",
  tag,
  summary: "List the workspaces of the signed-in person",
  access: "user",
  status: 200,
  response: wireList(workspace),
});

export const newConsentMode = z.enum(consentModes).optional().meta({
  description:
    "Whom marketing goes to when no consent is on record. Without it `opt_in` where the zone is Turkish or European, else `opt_out`.",
});

export const createWorkspaceContract = defineContract({
  method: "POST",
  path: "/api/v1/workspaces",
  tag,
  summary: "Create a workspace",
  description:
    "Whoever creates it is its owner. It can send through the sandbox at once; SMS and WhatsApp wait for 09:00–21:00 on each person's clock until its sending rules say otherwise.",
  access: "user",
  body: wireObject({
    name: workspaceName,
    slug: slug.optional(),
    locale: z.enum(interfaceLocales).optional(),
    timeZone: timeZone.optional(),
    consentMode: newConsentMode,
  }),
  status: 201,
  response: workspace,
});

export const getWorkspaceContract = defineContract({
  method: "GET",
  path: "/api/v1/workspaces/{workspace_id}",
  tag,
  summary: "Get a workspace",
  access: { permission: "workspace.read" },
  params: workspaceParams,
  status: 200,
  response: workspace,
});

export const updateWorkspaceContract = defineContract({
  method: "PATCH",
  path: "/api/v1/workspaces/{workspace_id}",
  tag,
  summary: "Change a workspace",
  access: { permission: "workspace.write" },
  params: workspaceParams,
  body: wireObject({
    name: workspaceName.optional(),
    slug: slug.optional(),
    locale: z.enum(interfaceLocales).optional(),
    timeZone: timeZone.optional(),
    consentMode: z.enum(consentModes).optional(),
    sendingStopped: z
      .boolean()
      .optional()
      .meta({ description: "The stop switch for everything that sends." }),
    sendingRules: sendingRulesInput.optional().meta({
      description: "Only what is given is changed. A send that has begun keeps the rules it began with.",
    }),
  }),
  status: 200,
  response: workspace,
});

export const deleteWorkspaceContract = defineContract({
  method: "DELETE",
  path: "/api/v1/workspaces/{workspace_id}",
  tag,
  summary: "Delete a workspace and everything in it",
  description:
    "Owners only, and never with an API key. There is no way back. Nobody gets in from that moment on; everything in it is erased in the minutes that follow.",
  access: { permission: "workspace.delete" },
  params: workspaceParams,
  status: 204,
});
