import { describe, expect, it } from "vitest";
import { toWireId, wireId } from "@/lib/contracts/wire/ids";
import { forbidden, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { foundOrNotFound } from "./found-or-not-found";

const pageNotFound = { digest: "NEXT_HTTP_ERROR_FALLBACK;404" };

describe("what the address of a page names", () => {
  const id = newId();
  const read = (text: string, load: (id: string) => Promise<unknown>) =>
    foundOrNotFound(wireId("job"), text, load);

  it("is looked for by its inner id", async () => {
    expect(await read(toWireId("job", id), (given) => Promise.resolve({ given }))).toEqual({ given: id });
  });

  it.each([id, "job_1", toWireId("contact", id), "../settings"])(
    "is not looked for when it cannot be read: %s",
    async (text) => {
      const load = () => Promise.reject(new Error("was asked"));
      await expect(read(text, load)).rejects.toMatchObject(pageNotFound);
    },
  );

  it("answers for what is not there as for what cannot be read, and hides no other failure", async () => {
    const wire = toWireId("job", id);
    await expect(read(wire, () => Promise.reject(notFound()))).rejects.toMatchObject(pageNotFound);
    const refusal = forbidden("Not you.");
    await expect(read(wire, () => Promise.reject(refusal))).rejects.toBe(refusal);
  });
});
