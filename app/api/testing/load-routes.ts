import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { RouteHandler } from "@/lib/platform/http/route";

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;

/** An answer without a contract: the document about the contracts. */
const withoutContract = ["/api/v1/openapi.json"];

export type ServedRoute = { method: (typeof methods)[number]; path: string; handler: RouteHandler };

/** Every method that a `route.ts` below `app/api/v1` exports, at the address its folder gives it. */
export async function loadRoutes(): Promise<ServedRoute[]> {
  const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" }).filter((name) =>
    /(^|\/)route\.ts$/.test(name),
  );
  const routes = await Promise.all(
    files.map(async (file) => {
      const url = pathToFileURL(`app/api/v1/${file}`).href;
      const module = (await import(/* @vite-ignore */ url)) as Record<string, RouteHandler>;
      const path = `/api/v1/${file.replace(/\/?route\.ts$/, "")}`.replaceAll("[", "{").replaceAll("]", "}");
      return methods.flatMap((method) => {
        const handler = module[method];
        return handler ? [{ method, path, handler }] : [];
      });
    }),
  );
  return routes.flat().filter((route) => !withoutContract.includes(route.path));
}
