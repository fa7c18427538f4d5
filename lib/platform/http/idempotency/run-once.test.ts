import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { runOnce } from "./run-once";

describe("a request that created something", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let ran = 0;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  beforeEach(() => {
    ran = 0;
  });

  const ask = (key: string, answer: () => Response = () => Response.json({ ran }, { status: 201 })) => {
    const request = new Request("http://localhost/api/v1/campaigns", {
      method: "POST",
      headers: { "idempotency-key": key },
    });
    return runOnce({ scope: mine.scope, request, bodyText: "{}", isSecret: false }, async () => {
      ran += 1;
      return answer();
    });
  };
  const inFlight = { code: "conflict", details: { reason: "idempotency_key_in_flight" } };

  it("is answered and not run again when its answer cannot be stored", async () => {
    const unstorable = () => new Response("\u0000", { status: 201 });
    expect((await ask("unstorable", unstorable)).status).toBe(201);
    await expect(ask("unstorable", unstorable)).rejects.toMatchObject(inFlight);
    expect(ran).toBe(1);
  });

  it("is answered with the same once the database has taken the answer after all", async () => {
    await database.sql`alter table idempotency_keys add constraint away check (response_status is null) not valid`;
    expect((await ask("away")).status).toBe(201);
    await expect(ask("away")).rejects.toMatchObject(inFlight);
    await database.sql`alter table idempotency_keys drop constraint away`;
    const again = () =>
      ask("away").then(
        (response) => response.json(),
        () => undefined,
      );
    await expect.poll(again).toEqual({ ran: 1 });
    expect(ran).toBe(1);
  });

  it("that failed is run again", async () => {
    const fail = () => {
      throw new Error("The verb threw.");
    };
    await expect(ask("failed", fail)).rejects.toThrow("The verb threw.");
    expect(await (await ask("failed")).json()).toEqual({ ran: 2 });
    expect(await (await ask("failed")).json()).toEqual({ ran: 2 });
  });
});
