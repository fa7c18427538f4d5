import { notFound } from "@/lib/platform/errors";
import { problemFor } from "@/lib/platform/http/problem";

/** What is no address of the API is answered as everything there is, not with a page. */
const answer = (request: Request): Response => problemFor(request, notFound());

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
