import { env } from "@/lib/platform/env";

// Imported ahead of everything that reads a setting while it is loaded.
try {
  env();
} catch (error) {
  process.stderr.write(`\n PushPilot could not start. ${error instanceof Error ? error.message : error}\n\n`);
  process.exit(1);
}
