import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getContact } from "@/app/api/v1/contacts/[contact_id]/route";
import { GET as listContacts } from "@/app/api/v1/contacts/route";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { provideEnv } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";

describe("what a request leaves in the log", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  let written = "";
  beforeAll(async () => {
    mine = await createScenario(database.sql);
    provideEnv({ PUSHPILOT_LOG: "info" });
    vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
      written += String(chunk);
      return true;
    });
  });
  afterAll(() => {
    vi.restoreAllMocks();
    provideEnv({ PUSHPILOT_LOG: "silent" });
  });

  const linesOf = (id: string) =>
    written
      .split("\n")
      .filter((line) => line.includes(id))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it("is one line: what was asked, what became of it and how long it took", async () => {
    const headers = { "x-request-id": "req-found-1" };
    await call(listContacts, mine.apiKey, { headers, query: { q: "ayse@example.com" } });
    await call(getContact, "nobody's key", {
      headers: { "x-request-id": "req-refused-1" },
      params: { contact_id: "con_ayse" },
    });
    await expect.poll(() => linesOf("req-refused-1")).toHaveLength(1);
    expect(linesOf("req-found-1")).toEqual([
      {
        time: expect.any(String),
        level: "info",
        event: "request",
        requestId: "req-found-1",
        method: "GET",
        path: "/api/v1/contacts",
        status: 200,
        millis: expect.any(Number),
      },
    ]);
    expect(linesOf("req-refused-1")).toMatchObject([{ path: "/api/v1/contacts/{contact_id}", status: 401 }]);
    expect(written).not.toMatch(/ayse|nobody|pp_live/);
  });
});

it("loses no line when the process ends right behind it", () => {
  const script = `import("@/lib/platform/log").then(({ log }) => { log.info("last.word"); process.exit(0); })`;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--eval", script], {
    env: { ...process.env, PUSHPILOT_LOG: "info" },
    encoding: "utf8",
  });
  expect(JSON.parse(stdout)).toMatchObject({ level: "info", event: "last.word" });
});
