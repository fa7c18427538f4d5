import { z } from "zod";

const commaSeparated = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

const secret = z.string().min(32, "at least 32 characters");

const hasReadableLogin = (address: string): boolean => {
  if (!URL.canParse(address)) return true;
  const { username, password } = new URL(address);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
};

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUSHPILOT_DATA: z.string().min(1).default(".pushpilot"),
  PUSHPILOT_ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
  PUSHPILOT_SECRET: secret.optional(),
  /** What was sealed and signed with these stays readable; nothing new is made with them. */
  PUSHPILOT_FORMER_SECRETS: commaSeparated.pipe(z.array(secret)).optional(),
  PUSHPILOT_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PUSHPILOT_SANDBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
  PUSHPILOT_SANDBOX_SMTP_URL: z.url({ protocol: /^smtp$/ }).optional(),
  /** Whether mail may go through servers in private networks, on this machine too. */
  PUSHPILOT_PRIVATE_MAIL_SERVERS: z.stringbool().default(false),
  PUSHPILOT_UPLOAD_BYTES_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(1024 ** 3),
  PUSHPILOT_DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PUSHPILOT_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** Behind a reverse proxy: believe its `x-real-ip` and `x-forwarded-*`. */
  PUSHPILOT_TRUST_PROXY: z.stringbool().default(false),
  /** The header in which the proxy tells the caller's address, where it is not `x-forwarded-for`. */
  PUSHPILOT_ADDRESS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, "The name of a header")
    .toLowerCase()
    .optional(),
  /** Whether an empty database is filled with the demo workspaces. */
  PUSHPILOT_DEMO: z.stringbool().default(true),
  /** How long a worker may be silent before its work is given to another. */
  PUSHPILOT_LEASE_SECONDS: z.coerce.number().min(1).max(300).default(10),
  PUSHPILOT_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** The server that mails what belongs to no workspace: links for forgotten passwords. */
  PUSHPILOT_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine(hasReadableLogin, "Write % as %25 in the user and the password")
    .optional(),
  PUSHPILOT_MAIL_FROM: z.email().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  /** Apps whose tokens are taken as well: each platform has a client id of its own. */
  GOOGLE_APP_CLIENT_IDS: commaSeparated.optional(),
  GOOGLE_ISSUER: z.url({ protocol: /^https?$/ }).default("https://accounts.google.com"),
  APPLE_CLIENT_ID: z.string().optional(),
  APPLE_CLIENT_SECRET: z.string().optional(),
  APPLE_APP_CLIENT_IDS: commaSeparated.optional(),
  APPLE_ISSUER: z.url({ protocol: /^https?$/ }).default("https://appleid.apple.com"),
});

const complete = schema.refine(
  ({ PUSHPILOT_SMTP_URL: server, PUSHPILOT_MAIL_FROM: sender }) => !server || sender !== undefined,
  { path: ["PUSHPILOT_MAIL_FROM"], error: "Needed with PUSHPILOT_SMTP_URL" },
);

export type Env = z.infer<typeof schema>;

function parseEnv(source: NodeJS.ProcessEnv): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = complete.safeParse(present);
  if (!result.success) {
    throw new Error(`Environment is not usable:\n${z.prettifyError(result.error)}`);
  }
  return result.data;
}

let parsed: Env | undefined;

/** The only reader of `process.env`. Parsed on first use, so that `npm start` can set defaults before. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/**
 * Settings that the start-up finds out, for this module and for the copy of it inside the Next bundle.
 * Called before anything that keeps a setting is made.
 */
export function provideEnv(settings: Partial<Record<keyof Env, string>>): void {
  Object.assign(process.env, settings);
  parsed = undefined;
}

/** Where recipients and browsers reach this installation, without a trailing slash. */
export const publicUrl = (): string =>
  (env().PUSHPILOT_PUBLIC_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, "");
