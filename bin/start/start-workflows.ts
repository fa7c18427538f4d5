import { connect } from "@/db/client";
import { inngest } from "@/inngest/client";
import { startEngine } from "@/inngest/engine/engine";
import { functions } from "@/inngest/functions";
import { enginePlaces } from "@/inngest/places";
import { closeTransports } from "@/lib/domain/providers/open-transport";
import { goFirst } from "@/lib/domain/runs/sending/precedence";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { beginShutdown } from "@/lib/platform/shutdown";
import { copyEnvironment } from "./copy-environment";
import type { Installation } from "./open-installation";
import type { OnStop } from "./run-until-signal";

/** The engine with the product's functions, and all that must end with it. */
export async function startWorkflows({ databaseUrl }: Installation, onStop: OnStop): Promise<void> {
  copyEnvironment();
  onStop("transports", closeTransports);
  // Connections of its own: handlers that use up the shared pool must not keep it from renewing its leases.
  const sql = connect(databaseUrl, { poolMax: 6, applicationName: "pushpilot-engine" });
  onStop("engine database", () => sql.end({ timeout: 5 }));
  const engine = await startEngine({
    sql,
    client: inngest,
    functions,
    concurrency: enginePlaces,
    timings: { leaseMillis: env().PUSHPILOT_LEASE_SECONDS * 1_000 },
    goFirst,
    log,
  });
  onStop("engine", () => engine.stop());
  onStop("sending", beginShutdown);
}
