import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/feedback/toaster";
import { cookieNames, parseTheme } from "@/lib/browser/preferences";
import { QueryProvider } from "@/lib/browser/query-provider";
import { TimeZoneSync } from "@/lib/browser/time-zone-sync";
import "./globals.css";

export const metadata: Metadata = { title: { default: "PushPilot", template: "%s · PushPilot" } };

const themeColors = { light: "#f9fafb", dark: "#0b0c0e" };

export async function generateViewport(): Promise<Viewport> {
  const theme = parseTheme((await cookies()).get(cookieNames.theme)?.value);
  if (theme !== "system") return { themeColor: themeColors[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: themeColors.light },
      { media: "(prefers-color-scheme: dark)", color: themeColors.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const store = await cookies();
  const theme = parseTheme(store.get(cookieNames.theme)?.value);
  const isZoneKnown = store.has(cookieNames.timeZone);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html
      lang={await getLocale()}
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <CSPProvider nonce={nonce}>
          <NextIntlClientProvider>
            <NuqsAdapter>
              <QueryProvider>
                <Tooltip.Provider delay={400} closeDelay={0}>
                  <div id="app-root">{children}</div>
                  <Toaster />
                  {isZoneKnown ? null : <TimeZoneSync />}
                </Tooltip.Provider>
              </QueryProvider>
            </NuqsAdapter>
          </NextIntlClientProvider>
        </CSPProvider>
      </body>
    </html>
  );
}
