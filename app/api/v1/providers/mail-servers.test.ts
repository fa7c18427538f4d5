import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { provideEnv } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { PATCH } from "./[provider_id]/route";
import { POST as verify } from "./[provider_id]/verify/route";
import { POST as create } from "./route";

const server = { port: 25, security: "none", from_address: "a@example.com" };
const ofOnesOwn = ["127.0.0.1", "localhost", "10.0.0.5", "::1", "2130706433"];
const ofClouds = ["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "0.0.0.0"];

describe("the mail server that somebody names", () => {
  const database = useTestDatabase();
  let mine: Scenario;
  beforeAll(async () => {
    mine = await createScenario(database.sql);
  });
  afterEach(() => provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "false" }));

  const connect = (host: string) =>
    call(create, mine.apiKey, { body: { kind: "smtp", name: "Mail", credentials: { ...server, host } } });

  it.each([
    ...ofOnesOwn.map((host) => [host, "mail_server_private"]),
    ...ofClouds.map((host) => [host, "mail_server_unreachable"]),
  ])("is refused at %s, new or moved there", async (host = "", reason) => {
    const refusal = {
      status: 422,
      body: { reason, errors: [{ pointer: "credentials.host", code: reason }] },
    };
    expect(await connect(host)).toMatchObject(refusal);
    const { body } = await connect("mail.example.invalid");
    const params = { provider_id: String(body.id) };
    const moved = await call(PATCH, mine.apiKey, { params, body: { credentials: { host } } });
    expect(moved).toMatchObject(refusal);
  });

  it("may be one of a private network where the installation says so, and never a cloud's own", async () => {
    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
    for (const host of ofOnesOwn) expect((await connect(host)).status, host).toBe(201);
    for (const host of ofClouds) {
      expect(await connect(host), host).toMatchObject({
        status: 422,
        body: { detail: expect.not.stringContaining("PUSHPILOT") },
      });
    }
  });

  it("is judged again by each connection: what was allowed once is not allowed for ever", async () => {
    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
    const { body } = await connect("127.0.0.1");
    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "false" });
    const params = { provider_id: String(body.id) };
    const answer = await call(verify, mine.apiKey, { params, body: {} });
    expect(answer.body).toMatchObject({ is_ok: false, code: "unsafe_address" });
  });
});
