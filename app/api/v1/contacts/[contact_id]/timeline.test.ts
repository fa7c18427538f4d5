import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { addPastSend } from "@/db/testing/past-send";
import { createScenario } from "@/db/testing/scenario";
import { listContactTimeline } from "@/lib/domain/contacts/list-contact-timeline";

const database = useTestDatabase();

it.each([
  ["sending", {}, "pending"],
  ["cancelled", {}, "cancelled"],
  ["cancelled", { deliveries: ["accepted"] }, "sent"],
  ["finished", { skip: { reason: "no_consent" } }, "skipped"],
] as const)("of a run that is %s with %j a contact's timeline says %s", async (runStatus, person, status) => {
  const { scope, ctx } = await createScenario(database.sql);
  const people = [{ ...person, deliveries: "deliveries" in person ? [...person.deliveries] : [] }];
  const { contactIds } = await addPastSend(scope, { runStatus, people });
  const { data } = await listContactTimeline(ctx, { contactId: contactIds[0] ?? "" });
  expect(data).toMatchObject([{ status }]);
});
