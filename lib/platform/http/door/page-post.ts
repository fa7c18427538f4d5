import { type AppError, forbidden, invalidRequest, payloadTooLarge } from "@/lib/platform/errors";
import { translateProblem } from "../language/problem-language";
import { problemFor } from "../problem";

/** Sign-in forms, server actions, a click on a link: nothing that people post to a page is larger. */
export const pageBodyBytesMax = 1024 * 1024;

/** What Next would answer with a 500: the body is read from a copy. */
export async function findPostProblem(request: Request): Promise<AppError | undefined> {
  const { headers } = request;
  const type = headers.get("content-type") ?? "";
  const isForm = type.toLowerCase().startsWith("multipart/form-data");
  const isAction = (isForm || headers.has("next-action")) && !isUnsubscribing(request);
  if (isAction && isFromElsewhere(headers))
    return forbidden("This form was sent from another site.", { reason: "foreign_form" });
  const body = await readCopy(request);
  if (!body) return payloadTooLarge(pageBodyBytesMax);
  return isForm && !(await isReadableForm(body, type)) ? brokenForm() : undefined;
}

/** Outside the API a refusal is a sentence. */
export function refusePage(request: { headers: Headers }, problem: AppError): Response {
  const response = problemFor(request, problem);
  response.headers.set("content-type", "text/plain; charset=utf-8");
  return new Response(`${translateProblem(problem, request.headers.get("accept-language"))}\n`, response);
}

/** RFC 8058: mail programs post from wherever they are. */
const isUnsubscribing = (request: Request): boolean => new URL(request.url).pathname.startsWith("/u/");

function isFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  const here = headers.get("x-forwarded-host") ?? headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== here;
}

async function readCopy(request: Request): Promise<Buffer | undefined> {
  const reader = request.clone().body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    // A branch of a stream is done with only when the other one is, so nobody waits for it.
    if (bytes > pageBodyBytesMax) return void reader?.cancel().catch(() => undefined);
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

const isReadableForm = (body: Buffer, type: string): Promise<boolean> =>
  new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().then(
    () => true,
    () => false,
  );

function brokenForm(): AppError {
  const reason = "malformed_form";
  const detail = "This form cannot be taken apart. Send it again, whole and with its boundary.";
  return invalidRequest(detail, [{ pointer: "", code: reason, detail }], { reason });
}
