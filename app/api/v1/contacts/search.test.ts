import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as bulkUpsert } from "./bulk/route";
import { GET as listContacts } from "./route";

const contacts = [
  {
    external_id: "K-1",
    first_name: "Ayşe Nur",
    last_name: "Yılmaz",
    email: "ayse@firma.example.com",
    phone: "+90 532 123 45 67",
  },
  {
    external_id: "k-2",
    first_name: "Mehmet",
    last_name: "Yılmaz Öz",
    email: "Mehmet@example.com",
    phone: "+90 532 123 45 99",
  },
  {
    external_id: "k-3",
    first_name: "John",
    last_name: "100%_Sure",
    email: "example.com@other.net",
    phone: "+1 415 555 0100",
  },
];

describe("searching contacts", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let theirs: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    theirs = await createScenario(database.sql);
    for (const { apiKey } of [mine, theirs]) await call(bulkUpsert, apiKey, { body: { contacts } });
  });

  const search = async (q: string) => {
    const { body } = await call(listContacts, mine.apiKey, { query: { q, sort: "created_at" } });
    const found = body.data as { external_id: string }[];
    expect(body.total, q).toBe(found.length);
    return found.map((contact) => contact.external_id).sort();
  };

  it("finds a phone however its digits are grouped, with or without the country", async () => {
    for (const q of [
      "0532 123 45 67",
      "532 123 4567",
      "5321234567",
      "+90 (532) 123-45-67",
      "0090 532 123 45 67",
      "90 532 123 45 67",
      "'+905321234567",
    ])
      expect(await search(q), q).toEqual(["K-1"]);
    expect(await search("+1 (415) 555")).toEqual(["k-3"]);
  });

  it("finds the phones that begin so while a number is still being typed", async () => {
    for (const q of ["0532", "532 12", "+90 532 123 45"]) expect(await search(q), q).toEqual(["K-1", "k-2"]);
    expect(await search("0532 123 45 9")).toEqual(["k-2"]);
  });

  it("finds names by their words in any order, by the surname alone, and by parts of words", async () => {
    for (const q of ["Yılmaz Ayşe", "ayşe yılmaz", "YILMAZ  nur", "nur ay", "lmaz ay"])
      expect(await search(q), q).toEqual(["K-1"]);
    expect(await search("yilmaz")).toEqual(["K-1", "k-2"]);
    expect(await search("öz yılmaz")).toEqual(["k-2"]);
    expect(await search("Yılmaz John")).toEqual([]);
  });

  it("finds everyone at an e-mail domain, and only there", async () => {
    expect(await search("@example.com")).toEqual(["k-2"]);
    expect(await search("@Firma.Exam")).toEqual(["K-1"]);
    expect(await search("example.com@")).toEqual(["k-3"]);
  });

  it("finds addresses and external ids by their start, in either case", async () => {
    expect(await search("MEHMET@Exam")).toEqual(["k-2"]);
    for (const q of ["k-1", "K-1"]) expect(await search(q), q).toEqual(["K-1"]);
  });

  it("takes signs for themselves", async () => {
    expect(await search("100%_")).toEqual(["k-3"]);
    for (const q of ["%", "_", "a_se", "@%", "\\", "()"])
      expect(await search(q), q).toEqual(q === "%" || q === "_" ? ["k-3"] : []);
  });
});
