import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { provideEnv } from "@/lib/platform/env";
import { call } from "@/lib/platform/testing/call";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { GET as getProvider, PATCH } from "./[provider_id]/route";
import { POST as verify } from "./[provider_id]/verify/route";
import { POST as create } from "./route";

describe("the test of a connection", () => {
  const database = useTestDatabase();
  const sandbox = useSandbox({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });

  it("is shown with its moment and, when it failed, its answer, until the next one or other credentials", async () => {
    const { apiKey, workspaceId: user } = await createScenario(database.sql);
    const port = Number(new URL(sandbox.smtpUrl).port);
    const server = { host: "127.0.0.1", port, security: "none", from_address: "a@example.com" };
    const credentials = { ...server, user, password: "sandbox" };
    const { body } = await call(create, apiKey, { body: { kind: "smtp", name: "Mail", credentials } });
    const params = { provider_id: String(body.id) };
    const shown = async () => (await call(getProvider, apiKey, { params })).body;
    expect(body).toMatchObject({ tested_at: null, test_failure: null, verified_at: null });

    await call(verify, apiKey, { params, body: {} });
    const worked = await shown();
    expect(worked).toMatchObject({ tested_at: worked.verified_at, test_failure: null });

    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "false" });
    await call(verify, apiKey, { params, body: {} });
    const failed = await shown();
    expect(failed.test_failure).toContain("unsafe_address");
    expect(failed.verified_at).toBe(worked.verified_at);
    expect(String(failed.tested_at) > String(worked.tested_at)).toBe(true);

    provideEnv({ PUSHPILOT_PRIVATE_MAIL_SERVERS: "true" });
    await call(verify, apiKey, { params, body: {} });
    expect(await shown()).toMatchObject({ test_failure: null });
    await call(PATCH, apiKey, { params, body: { credentials } });
    expect(await shown()).toMatchObject({ tested_at: null, test_failure: null });
  });

  it("notes that a provider refuses the account, and not that when it cannot be reached", async () => {
    const port = Number(new URL(sandbox.smtpUrl).port);
    const isRefusedWith = async (part: Record<string, unknown>) => {
      const { apiKey, scope, workspaceId: user } = await createScenario(database.sql);
      const server = { host: "127.0.0.1", security: "none", from_address: "authors@example.com", user };
      const credentials = { ...server, ...part };
      const { body } = await call(create, apiKey, { body: { kind: "smtp", name: "Mail", credentials } });
      const params = { provider_id: String(body.id) };
      expect((await call(verify, apiKey, { params, body: {} })).body).toMatchObject({ is_ok: false });
      const [row] = await scope.sql<{ isRefused: boolean }>`
        select refused_at is not null as is_refused from providers where workspace_id = ${user}`;
      return row?.isRefused;
    };
    expect(await isRefusedWith({ port, password: "a bad one" })).toBe(true);
    expect(await isRefusedWith({ port: 1, password: "sandbox" })).toBe(false);
  });
});
