import { parseArgs } from "node:util";
import { startSandbox } from "@/lib/providers/sandbox/server/start-sandbox";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4010" },
    "smtp-port": { type: "string", default: "4011" },
    "receipt-url": { type: "string" },
    "no-device-counts": { type: "boolean", default: false },
    retained: { type: "string", default: "5000" },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  smtpPort: Number(values["smtp-port"]),
  receiptUrl: values["receipt-url"],
  receiptSecret: process.env.PUSHPILOT_SANDBOX_RECEIPT_SECRET,
  countsDevices: !values["no-device-counts"],
  retainedMax: Number(values.retained),
});
console.log(JSON.stringify({ url: sandbox.url, smtpUrl: sandbox.smtpUrl }));

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void sandbox.close());
