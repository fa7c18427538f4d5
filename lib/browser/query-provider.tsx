"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

const freshMillis = 15_000;

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: freshMillis, retry: 1, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
