import { z } from "zod";
import { emailAddress as plainAddress } from "@/lib/domain/users/email-address";
import { interfaceLocales } from "@/lib/domain/users/interface-locale";
import {
  identityProviders,
  passwordCharsMax,
  passwordCharsMin,
  personNameCharsMax,
} from "@/lib/domain/users/user";
import { defineContract } from "@/lib/platform/http/contract";
import { wireId } from "./wire/ids";
import { wireInstant } from "./wire/instants";
import { timeZone } from "./wire/places";
import { wireObject } from "./wire/wire-object";

export const emailAddress = plainAddress.meta({ example: "ayse@example.com" });
export const newPassword = z.string().min(passwordCharsMin).max(passwordCharsMax);
export const personName = z.string().trim().min(1).max(personNameCharsMax);

const userShape = {
  id: wireId("user"),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  timeZone: z.string(),
};

export const user = wireObject(userShape).meta({ id: "User" });

const profile = wireObject({ ...userShape, hasPassword: z.boolean(), createdAt: wireInstant }).meta({
  id: "Profile",
});

const tag = "Profile";

export const getProfileContract = defineContract({
  method: "GET",
  path: "/api/v1/me",
  tag,
  summary: "Get the signed-in person",
  access: "user",
  status: 200,
  response: profile,
});

export const updateProfileContract = defineContract({
  method: "PATCH",
  path: "/api/v1/me",
  tag,
  summary: "Change name, language or time zone",
  access: "user",
  body: wireObject({
    name: personName.optional(),
    locale: z.enum(interfaceLocales).optional(),
    timeZone: timeZone.optional(),
  }),
  status: 200,
  response: profile,
});

export const changePasswordContract = defineContract({
  method: "POST",
  path: "/api/v1/me/password",
  tag,
  summary: "Change the password",
  description: "Ends every other session and every access and refresh token of the person.",
  access: "user",
  body: wireObject({
    currentPassword: z
      .string()
      .max(passwordCharsMax)
      .optional()
      .meta({ description: "Required when the account has a password." }),
    newPassword,
  }),
  status: 204,
  rateClass: "guessable",
});

export const endOtherSessionsContract = defineContract({
  method: "DELETE",
  path: "/api/v1/me/sessions",
  tag,
  summary: "Sign out everywhere else",
  description: "Ends every session and token but the one that asks, which gets a new session cookie.",
  access: "user",
  status: 204,
});

const identityProvider = z.enum(identityProviders);

export const listIdentitiesContract = defineContract({
  method: "GET",
  path: "/api/v1/me/identities",
  tag,
  summary: "List the accounts elsewhere that sign the person in",
  access: "user",
  status: 200,
  response: wireObject({
    data: z.array(
      wireObject({
        provider: identityProvider,
        connectedAt: wireInstant,
        isOnlyWayIn: z.boolean().meta({ description: "There is no password and no other provider." }),
      }),
    ),
  }),
});

export const disconnectIdentityContract = defineContract({
  method: "DELETE",
  path: "/api/v1/me/identities",
  tag,
  summary: "Disconnect a provider",
  description:
    "It signs the person in no more; sessions go on. The only way into an account cannot be taken.",
  access: "user",
  query: wireObject({ provider: identityProvider }),
  status: 204,
});
