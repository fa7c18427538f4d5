import { randomInt } from "node:crypto";
import type { Role } from "@/lib/domain/members/role";
import { newApiKeySecret } from "@/lib/platform/auth/api-key-secret";
import { demoPeople } from "./demo-workspaces";

export type DemoCredentials = {
  apiKey: string;
  logins: { role: Role; email: string; password: string }[];
};

export function newDemoCredentials(): DemoCredentials {
  const logins = demoPeople.map(({ role, email }) => ({ role, email, password: newPassword() }));
  return { apiKey: newApiKeySecret(), logins };
}

/** Without letters that are mistaken for each other: it is read off a terminal. */
const alphabet = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ2346789";

function newPassword(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]);
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((part) => part.join("")).join("-");
}
