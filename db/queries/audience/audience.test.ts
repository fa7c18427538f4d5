import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import type { AudienceFilter } from "@/lib/domain/audience/audience-filter";
import { countAudience } from "@/lib/domain/audience/count-audience";
import { upsertContact } from "@/lib/domain/contacts/upsert-contact";
import { countMatching } from "./count-audience";

describe("audience filters", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    const add = (input: Parameters<typeof upsertContact>[1]) => upsertContact(mine.ctx, input);
    await add({
      externalId: "a",
      country: "TR",
      city: "İzmir",
      tags: ["vip"],
      attributes: { plan: "pro", orders: 9 },
      email: "a@example.com",
    });
    await add({
      externalId: "b",
      country: "DE",
      birthDate: "1990-02-28",
      attributes: { plan: "free", orders: 10 },
      phone: "+905321234567",
    });
    await add({ externalId: "c", attributes: { orders: "many", "it's": "100%_\\" } });
    const theirs = await createScenario(database.sql);
    await upsertContact(theirs.ctx, { externalId: "a", country: "TR" });
  });

  const count = (filter: AudienceFilter) => countMatching(mine.scope, filter);

  it.each<[string, AudienceFilter, number]>([
    ["everyone", { and: [] }, 3],
    ["nobody", { or: [] }, 0],
    ["a field", { field: "country", operator: "equals", value: "TR" }, 1],
    [
      "not counting empty as different from itself",
      { not: { field: "country", operator: "equals", value: "TR" } },
      2,
    ],
    ["absent values as not equal", { field: "country", operator: "not_equals", value: "TR" }, 2],
    ["a list", { field: "country", operator: "in", value: ["TR", "DE"] }, 2],
    ["empty fields", { field: "country", operator: "is_not_set" }, 1],
    ["tags", { field: "tags", operator: "contains", value: "vip" }, 1],
    ["reachable channels", { field: "channels", operator: "contains", value: "sms" }, 1],
    ["numbers as numbers, 9 below 10", { field: "attributes.orders", operator: "gte", value: 9 }, 2],
    ["numbers apart from words", { field: "attributes.orders", operator: "lt", value: 1_000 }, 2],
    ["attribute text", { field: "attributes.plan", operator: "equals", value: "pro" }, 1],
    [
      "signs of SQL and LIKE as plain text",
      { field: "attributes.it's", operator: "contains", value: "%_\\" },
      1,
    ],
    ["dates", { field: "birth_date", operator: "before", value: "1990-03-01" }, 1],
    ["new people", { field: "created_at", operator: "within_last_days", value: 1 }, 3],
    [
      "and within or",
      {
        or: [
          {
            and: [
              { field: "country", operator: "equals", value: "TR" },
              { field: "city", operator: "starts_with", value: "İz" },
            ],
          },
          { field: "external_id", operator: "equals", value: "c" },
        ],
      },
      2,
    ],
  ])("finds %s", async (_, filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  it("counts exactly whom each channel reaches", async () => {
    await upsertContact(mine.ctx, { externalId: "a", consents: [{ channel: "email", status: "denied" }] });
    const result = await countAudience(mine.ctx, { filter: { and: [] } });
    expect(result).toMatchObject({ total: 3, reach: [{ channel: "sms", count: 1 }] });
    const transactional = await countAudience(mine.ctx, { filter: { and: [] }, category: "transactional" });
    expect(transactional.reach).toEqual([
      { channel: "email", count: 1 },
      { channel: "sms", count: 1 },
    ]);
  });
});
