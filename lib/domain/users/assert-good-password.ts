import { invalidField } from "@/lib/platform/errors";
import { findPasswordWeakness } from "./user";

const details = {
  repeats: "Use more different characters.",
  is_email: "The password must not be the e-mail address.",
};

export function assertGoodPassword(password: string, email: string, pointer = "password"): void {
  const weakness = findPasswordWeakness(password, email);
  if (weakness) throw invalidField(pointer, details[weakness], `weak_password_${weakness}`);
}
