import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns/columns";
import { users } from "./workspaces";

const userId = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Who somebody is at Google or Apple. */
export const userIdentities = pgTable(
  "user_identities",
  {
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    userId: userId(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index("user_identities_user").on(t.userId),
  ],
);

/** The one link that is out for somebody who forgot the password; a newer one takes its place. */
export const passwordResets = pgTable("password_resets", {
  userId: userId().primaryKey(),
  tokenHash: text("token_hash").notNull().unique(),
  /** The user's at the time: whatever ends the sessions ends the link. */
  sessionEpoch: integer("session_epoch").notNull(),
  expiresAt: instant("expires_at").notNull(),
  createdAt: createdAt(),
});

export const refreshTokens = pgTable(
  "refresh_tokens",
  {
    id: id().primaryKey(),
    /** All tokens that descend from one sign-in; reuse of any ends them together. */
    familyId: uuid("family_id").notNull(),
    userId: userId(),
    tokenHash: text("token_hash").notNull().unique(),
    /** The user's at the time; a raised one makes the token worthless. */
    sessionEpoch: integer("session_epoch").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [index("refresh_tokens_family").on(t.familyId), index("refresh_tokens_user").on(t.userId)],
);
