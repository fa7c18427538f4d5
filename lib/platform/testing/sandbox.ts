import { afterAll, beforeAll, expect } from "vitest";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import type { SandboxStats } from "@/lib/domain/providers/sandbox/get-sandbox-stats";
import { purposeKey } from "@/lib/platform/auth/secrets";
import { type Env, provideEnv } from "@/lib/platform/env";
import { type RunningSandbox, startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

type Messages<Content> = { requests: { content: Content; result: string }[]; shown: object[] };

export type TestSandbox = {
  readonly url: string;
  readonly smtpUrl: string;
  post: <Answer = unknown>(path: string, body?: object) => Promise<Answer>;
  readMessages: <Content = unknown>(query: Record<string, string>) => Promise<Messages<Content>>;
  readStats: (workspaceId: string) => Promise<SandboxStats>;
};

/** A sandbox of its own for the test file that calls it, which this process sends to. */
export function useSandbox(settings: Partial<Record<keyof Env, string>> = {}): TestSandbox {
  let sandbox: RunningSandbox | undefined;
  beforeAll(async () => {
    const receiptSecret = purposeKey("receipts").toString("base64url");
    sandbox = await startSandbox({ receiptSecret, receiptDelayMillis: 20 });
    provideEnv({
      PUSHPILOT_SANDBOX_URL: sandbox.url,
      PUSHPILOT_SANDBOX_SMTP_URL: sandbox.smtpUrl,
      ...settings,
    });
  });
  afterAll(async () => {
    await closeTransports();
    await sandbox?.close();
  });

  const running = () => {
    if (!sandbox) throw new Error("The sandbox runs from beforeAll on.");
    return sandbox;
  };
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(running().url + path, init);
    expect(answer.ok, `${path} answered ${answer.status}`).toBe(true);
    return answer.json();
  };
  return {
    get url() {
      return running().url;
    },
    get smtpUrl() {
      return running().smtpUrl;
    },
    post: (path, body = {}) => ask(path, { method: "POST", body: JSON.stringify(body) }),
    readMessages: (query) => ask(`/_/messages?${new URLSearchParams(query)}`),
    readStats: (workspaceId) => ask(`/_/stats?workspace=${workspaceId}`),
  };
}
