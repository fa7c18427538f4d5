"use client";

import { createContext, type ReactNode, useEffect, useMemo } from "react";
import { ApiError, callApi } from "@/lib/browser/api-client";
import { openRealtimeContract } from "@/lib/contracts/realtime";
import { RealtimeConnection } from "./realtime-connection";

export const RealtimeContext = createContext<RealtimeConnection | null>(null);

const hiddenMillisMax = 10_000;

/** The tab's one live connection, for the workspace on the screen; closed while nobody looks. */
export function RealtimeProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const connection = useMemo(() => connectionTo(workspace), [workspace]);
  useEffect(() => keepWhileSeen(connection), [connection]);
  return <RealtimeContext value={connection}>{children}</RealtimeContext>;
}

function connectionTo(workspace: string): RealtimeConnection {
  return new RealtimeConnection({
    fetchPass: async () => {
      const { path, token, expiresAt } = await callApi(openRealtimeContract, { workspace });
      const url = new URL(path, window.location.href);
      url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
      return { url: url.href, token, expiresAt };
    },
    isRefusal: (error) => error instanceof ApiError && [401, 403, 404].includes(error.problem.status),
  });
}

function keepWhileSeen(connection: RealtimeConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") connection.start();
    else timer = setTimeout(() => connection.stop(), hiddenMillisMax);
  };
  look();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", look);
    connection.stop();
  };
}
