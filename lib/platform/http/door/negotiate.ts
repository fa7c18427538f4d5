import type { Contract } from "../contract";
import type { RouteHandler } from "../route";

/** One method of one address in several content types: the first is what whoever names none gets. */
export function negotiate(usual: RouteHandler, ...others: RouteHandler[]): RouteHandler {
  const promised = usual.contract.alternatives ?? [];
  if (others.some(({ contract }) => !promised.includes(contract)) || promised.length !== others.length)
    throw new Error(`${usual.contract.path} must serve the alternatives that its contract names.`);
  const handle = async (request: Request, segment: Parameters<RouteHandler>[1]) => {
    const asked = others.find(({ contract }) => isAskedFor(contract, request)) ?? usual;
    const response = await asked(request, segment);
    if (!usual.contract.body) response.headers.append("vary", "Accept");
    return response;
  };
  return Object.assign(handle, { contract: usual.contract });
}

function isAskedFor({ bodyType, responseType }: Contract, { headers }: Request): boolean {
  if (bodyType !== undefined) return typeOf(headers.get("content-type") ?? "") === bodyType;
  return responseType !== undefined && prefers(headers.get("accept") ?? "", responseType);
}

const typeOf = (header: string): string => (header.split(";")[0] ?? "").trim().toLowerCase();

/** Whether a type is named, and not behind plain JSON. */
function prefers(accept: string, type: string): boolean {
  const weights = new Map(accept.split(",").map((range) => [typeOf(range), weightOf(range)]));
  const weight = weights.get(type) ?? 0;
  return weight > 0 && weight >= (weights.get("application/json") ?? 0);
}

const weightOf = (range: string): number => Number(/;\s*q=([\d.]+)/i.exec(range)?.[1] ?? 1);
