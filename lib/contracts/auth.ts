import { z } from "zod";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import { passwordCharsMax } from "@/lib/domain/users/user";
import { workspaceNameCharsMax } from "@/lib/domain/workspaces/workspace";
import { defineContract } from "@/lib/platform/http/contract";
import { emailAddress, newPassword, personName, user } from "./users";
import { timeZone } from "./wire/places";
import { wireObject } from "./wire/wire-object";
import { newConsentMode, workspaceSummary } from "./workspaces";

const tag = "Sign-in";

const tokenShape = {
  accessToken: z.string().meta({ description: "A JWT for `Authorization: Bearer`, with `X-Workspace-ID`." }),
  refreshToken: z.string().meta({ description: "Good for one refresh." }),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().meta({ description: "Seconds until the access token ends." }),
  user,
};

const tokens = wireObject(tokenShape).meta({ id: "Tokens" });

export const registerContract = defineContract({
  method: "POST",
  path: "/api/v1/auth/register",
  tag,
  summary: "Create an account and its first workspace",
  access: "public",
  body: wireObject({
    email: emailAddress,
    password: newPassword,
    name: personName,
    workspaceName: z.string().trim().min(1).max(workspaceNameCharsMax).optional(),
    locale: z.enum(interfaceLocales).default("en"),
    timeZone: timeZone.default("UTC"),
    consentMode: newConsentMode,
  }),
  status: 201,
  response: wireObject({ ...tokenShape, workspace: workspaceSummary }),
  rateClass: "guessable",
});

export const loginContract = defineContract({
  method: "POST",
  path: "/api/v1/auth/login",
  tag,
  summary: "Sign in with e-mail address and password",
  access: "public",
  body: wireObject({ email: z.string().max(254), password: z.string().max(passwordCharsMax) }),
  status: 200,
  response: tokens,
  rateClass: "guessable",
});

export const requestPasswordResetContract = defineContract({
  method: "POST",
  path: "/api/v1/auth/password-reset",
  tag,
  summary: "Mail somebody a link for a new password",
  description:
    "The answer is the same whether the address has an account or not. 422 where the installation sends no e-mail.",
  access: "public",
  body: wireObject({ email: emailAddress }),
  status: 202,
  rateClass: "guessable",
});

export const completePasswordResetContract = defineContract({
  method: "POST",
  path: "/api/v1/auth/password-reset/complete",
  tag,
  summary: "Set a new password with the secret of a link",
  description: "Ends every session and every access and refresh token of the person. The link works once.",
  access: "public",
  body: wireObject({
    token: z.string().min(1).max(200).meta({ description: "What follows `/reset-password/` in the link." }),
    newPassword,
  }),
  status: 204,
  rateClass: "guessable",
});

const identityToken = wireObject({
  idToken: z.string().min(1).max(8_192).meta({ description: "The ID token, as the provider gave it." }),
  nonce: z.string().min(1).max(255).optional().meta({
    description: "As it was sent to the provider. Given, the token must carry the same one.",
  }),
  name: personName.optional().meta({
    description: "For a new account, where the token names nobody: Apple tells it to the app, once.",
  }),
  locale: z.enum(interfaceLocales).default("en"),
  timeZone: timeZone.default("UTC"),
});

const identityRules =
  "The first time makes an account and its workspace. An address that has an account already is not handed over: " +
  "409 `account_exists`; a password opens it, or a link for a new one. 422 where the provider is not set up.";

const identitySignIn = {
  method: "POST",
  tag,
  description: identityRules,
  access: "public",
  body: identityToken,
  status: 200,
  response: tokens,
  rateClass: "guessable",
} as const;

export const signInWithGoogleContract = defineContract({
  ...identitySignIn,
  path: "/api/v1/auth/google",
  summary: "Sign in with Google's ID token",
});

export const signInWithAppleContract = defineContract({
  ...identitySignIn,
  path: "/api/v1/auth/apple",
  summary: "Sign in with Apple's ID token",
});

export const refreshContract = defineContract({
  method: "POST",
  path: "/api/v1/auth/refresh",
  tag,
  summary: "Trade a refresh token for a new pair",
  description: "Each refresh token works once. A second use ends every token of that sign-in.",
  access: "public",
  body: wireObject({ refreshToken: z.string().min(1).max(200) }),
  status: 200,
  response: tokens,
  rateClass: "guessable",
});
