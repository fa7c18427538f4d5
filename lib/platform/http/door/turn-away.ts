import type { IncomingMessage, ServerResponse } from "node:http";
import { type AppError, invalidRequest, methodNotAllowed, payloadTooLarge } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { problemFor } from "../problem";
import { sendResponse, toHeaders } from "./node-exchange";
import { pageBodyBytesMax, refusePage } from "./page-post";
import { straightenTarget } from "./straighten-target";

const methodsOfPages = ["GET", "HEAD", "POST"];
const methodsOfApi = [...methodsOfPages, "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Refuses what Next would fall over or no handler could answer: a target or host that is none, a method nobody
 * implements, a body no page takes. Routes of the API limit their bodies themselves, by their contracts.
 */
export function turnAway(req: IncomingMessage, res: ServerResponse): boolean {
  straightenTarget(req);
  const isApi = /^\/api(\/|$|\?)/.test(req.url ?? "");
  const problem = problemWith(req, isApi);
  if (!problem) return false;
  const request = { headers: toHeaders(req) };
  const response = isApi ? problemFor(request, problem) : refusePage(request, problem);
  sendResponse(response, res).catch((error: unknown) => {
    log.warn("door.aborted", { error });
    res.destroy();
  });
  return true;
}

function problemWith(req: IncomingMessage, isApi: boolean): AppError | undefined {
  const { url = "", method = "", headers } = req;
  if (!isPath(url)) return malformed("path", "Ask for a path in which every % stands for a byte of UTF-8.");
  if (headers.host !== undefined && !isHost(headers.host))
    return malformed("Host", "Name a host, with or without a port.");
  const methods = isApi ? methodsOfApi : methodsOfPages;
  if (!methods.includes(method)) return methodNotAllowed(method, methods);
  if (isApi) return undefined;
  if (Number(headers["content-length"] ?? 0) > pageBodyBytesMax) return payloadTooLarge(pageBodyBytesMax);
  return undefined;
}

const malformed = (pointer: string, detail: string): AppError => {
  const reason = `malformed_${pointer.toLowerCase()}`;
  return invalidRequest(detail, [{ pointer, code: reason, detail }], { reason });
};

function isPath(target: string): boolean {
  if (!target.startsWith("/")) return false;
  const [path = ""] = target.split("?", 1);
  if (!path.includes("%")) return true;
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

const isHost = (host: string): boolean => !/[\s/?#@\\]/.test(host) && URL.canParse(`http://${host}`);
