import { beforeEach, expect, it } from "vitest";
import { useSandbox } from "@/lib/platform/testing/sandbox";
import { sandboxCredentials } from "@/lib/providers/sandbox/sandbox-credentials";
import { verifyCredentials } from "./verify-credentials";

const workspaceId = "checked-workspace";
const sandbox = useSandbox();

beforeEach(() => sandbox.post("/_/reset"));

function check(other: { projectId?: string; url?: string; tokenUrl?: string } = {}) {
  const { account, tokenUrl } = sandboxCredentials(workspaceId, sandbox.url).appPush;
  return verifyCredentials({
    account: { ...account, projectId: other.projectId ?? account.projectId },
    sandbox: { url: other.url ?? sandbox.url, tokenUrl: other.tokenUrl ?? tokenUrl },
  });
}

it("reaches nobody when all is well", async () => {
  expect(await check()).toMatchObject({ isOk: true });
  expect(await sandbox.readStats(workspaceId)).toMatchObject({ shown: 0 });
});

it("blames the account when Google refuses it, whatever it calls that", async () => {
  expect(await check({ projectId: "somebody-elses" })).toMatchObject({
    isOk: false,
    kind: "auth_or_config",
    code: "PERMISSION_DENIED",
  });
});

it("does not blame the account when nobody answers, for the token or for the message", async () => {
  const unanswered = { isOk: false, kind: "transient" };
  expect(await check({ tokenUrl: "http://127.0.0.1:1/token" })).toMatchObject(unanswered);
  expect(await check({ url: "http://127.0.0.1:1" })).toMatchObject(unanswered);
});
