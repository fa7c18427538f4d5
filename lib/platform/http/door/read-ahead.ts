import { NextRequest } from "next/server";
import { parseJson, readText } from "../input/parse-request";
import { problemFor } from "../problem";

/**
 * For handlers that are not ours and read bodies without a limit or fall over what they find: the body is read first,
 * within limits, and what is refused is refused as everywhere in the API.
 */
export async function readAhead(
  request: NextRequest,
  bytesMax: number,
  answer: (request: NextRequest) => Promise<Response>,
): Promise<Response> {
  const { url, method, headers } = request;
  try {
    const text = await readText(request, bytesMax);
    if (headers.get("content-type")?.includes("json")) parseJson(text);
    return await answer(new NextRequest(url, { method, headers, ...(text && { body: text }) }));
  } catch (error) {
    return problemFor(request, error);
  }
}
