import type { Demo } from "./demo-file";

export type StartBox = {
  url: string;
  seconds: string;
  demo: Demo | undefined;
  dataFolder: string;
  hasSandbox: boolean;
};

/** What the terminal shows when everything is up; the curl works as pasted. */
export function startBox({ url, seconds, demo, dataFolder, hasSandbox }: StartBox): string {
  const lines = [`PushPilot is ready in ${seconds} s`, "", `  ${url}`, ""];
  if (demo) {
    const emailWidth = Math.max(...demo.logins.map((login) => login.email.length));
    for (const { role, email, password } of demo.logins) {
      lines.push(`  ${role.padEnd(8)}${email.padEnd(emailWidth + 2)}${password}`);
    }
    lines.push("", `  API key  ${demo.apiKey}`);
  }
  if (hasSandbox) lines.push("", "  Sandbox providers are on: no message leaves this machine.");
  lines.push(`  Data     ${dataFolder}`, "  Ctrl-C stops; `npm run demo:reset` makes the demo anew.");
  const box = frame(lines);
  if (!demo) return box;
  return `${box}\n Try the API:\n\n   curl -H "Authorization: Bearer ${demo.apiKey}" "${url}/api/v1/contacts?limit=3"\n`;
}

function frame(lines: string[]): string {
  const width = Math.max(...lines.map((line) => line.length)) + 2;
  const rule = "─".repeat(width);
  const rows = lines.map((line) => ` │ ${line.padEnd(width - 1)}│`);
  return ["", ` ┌${rule}┐`, ...rows, ` └${rule}┘`, ""].join("\n");
}
