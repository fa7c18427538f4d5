import type { RouteHandler } from "./route";

type DynamicRoute = { handler: RouteHandler; segments: string[] };

export type RouteTable = {
  /** `METHOD path` of routes without parameters. */
  fixed: Map<string, RouteHandler>;
  dynamic: Map<string, DynamicRoute[]>;
};

export type FoundRoute = { handler: RouteHandler; params: Record<string, string> };

const noParams: Record<string, string> = {};

export function toRouteTable(handlers: readonly RouteHandler[]): RouteTable {
  const table: RouteTable = { fixed: new Map(), dynamic: new Map() };
  for (const handler of handlers) {
    const { method, path } = handler.contract;
    if (!path.includes("{")) table.fixed.set(`${method} ${path}`, handler);
    else
      table.dynamic.set(method, [
        ...(table.dynamic.get(method) ?? []),
        { handler, segments: path.split("/") },
      ]);
  }
  return table;
}

export function findRoute(table: RouteTable, method: string, pathname: string): FoundRoute | undefined {
  const fixed = table.fixed.get(`${method} ${pathname}`);
  if (fixed) return { handler: fixed, params: noParams };
  const routes = table.dynamic.get(method);
  if (!routes) return undefined;
  const segments = pathname.split("/");
  for (const route of routes) {
    const params = matchSegments(route.segments, segments);
    if (params) return { handler: route.handler, params };
  }
  return undefined;
}

/** Only what looks like an id (`con_…`) is a parameter: `/contacts/export` may be a route that is not in this table. */
const idPattern = /^[a-z]+_[A-Za-z0-9]+$/;

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [position, expected] of pattern.entries()) {
    const given = segments[position] ?? "";
    if (!expected.startsWith("{")) {
      if (given !== expected) return undefined;
    } else {
      if (!idPattern.test(given)) return undefined;
      params[expected.slice(1, -1)] = given;
    }
  }
  return params;
}
