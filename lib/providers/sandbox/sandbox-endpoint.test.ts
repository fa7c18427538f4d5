import { describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/ids";
import { toSandboxEndpoint } from "./sandbox-endpoint";

const origin = "http://127.0.0.1:4010";
const [mine, theirs] = [newId(), newId()];

describe("a web push endpoint in the sandbox", () => {
  it("of the workspace's own leads to its own device, whichever port it was minted at", () => {
    const minted = `http://127.0.0.1:9999/wpush/v2/${mine}.ab12`;
    expect(toSandboxEndpoint(minted, mine, origin)).toEqual({ origin, path: `/wpush/v2/${mine}.ab12` });
  });

  it.each([
    `https://attacker.example/wpush/v2/${theirs}.ab12`,
    `${origin}/wpush/v2/${theirs}.ab12.0123456789ab`,
    `${origin}/wpush/v2/${mine}${theirs}.ab12`,
    "https://push.example.com/send/xyz",
  ])("never leads into the inbox of another workspace: %s", (endpoint) => {
    const { path } = toSandboxEndpoint(endpoint, mine, origin);
    expect(path.startsWith(`/wpush/v2/${mine}.sealed-`)).toBe(true);
    expect(path.split("/").at(-1)?.split(".")[0]).toBe(mine);
  });
});
