import { spawn } from "node:child_process";
import { once } from "node:events";
import { bundlePath } from "./child";

export type SandboxProcess = {
  url: string;
  smtpUrl: string;
  setScenario(scenario: Record<string, unknown>): Promise<void>;
  stats(
    workspaceId: string,
  ): Promise<Record<"asked" | "accepted" | "askedAgain" | "shown" | "shownTwice", number>>;
  close(): void;
};

/** The product's own sandbox in a process of its own; it retains no message, since nobody looks at one. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const options = ["--port", "0", "--smtp-port", "0", "--retained", "0"];
  const child = spawn(process.execPath, [bundlePath("sandbox"), ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url, smtpUrl } = JSON.parse(String(line)) as { url: string; smtpUrl: string };
  return {
    url,
    smtpUrl,
    async setScenario(scenario) {
      const answer = await fetch(`${url}/_/scenario`, { method: "POST", body: JSON.stringify(scenario) });
      if (!answer.ok) throw new Error(`The sandbox refused the scenario: ${await answer.text()}`);
    },
    stats: (workspaceId) => fetch(`${url}/_/stats?workspace=${workspaceId}`).then((answer) => answer.json()),
    close: () => child.kill("SIGKILL"),
  };
}
