import type { InvalidParam } from "@/lib/platform/errors";
import { prepareContact } from "./saving/prepare-contact";

/**
 * What is wrong with `email` and `phone` in a body that is refused for other fields, so that everything is said at
 * once. A number that may be right in a country we have not been told is not judged.
 */
export function addressComplaints(body: unknown): InvalidParam[] {
  if (typeof body !== "object" || body === null) return [];
  const { email, phone, country } = body as Record<string, unknown>;
  const home = typeof country === "string" && /^[A-Z]{2}$/.test(country) ? country : null;
  const prepared = prepareContact(
    {
      ...(typeof email === "string" && { email }),
      ...(typeof phone === "string" && (home || !isLocalNumber(phone)) && { phone }),
    },
    home,
  );
  return "errors" in prepared ? prepared.errors : [];
}

const isLocalNumber = (text: string): boolean => /^\s*\(?\d[\d\s()./-]{5,}$/.test(text);
