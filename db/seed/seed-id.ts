import { createHash } from "node:crypto";

/** The same UUIDv7 for the same name and instant, so that a demo can be told from what people made themselves. */
export function seedId(name: string, madeAt: Date): string {
  const time = madeAt.getTime().toString(16).padStart(12, "0");
  const hash = createHash("sha256").update(`pushpilot demo ${name}`).digest("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
