const anywhere = "http://here.invalid";

/** A path on this site to go back to; anything that could lead elsewhere becomes the start page. */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 2_000) return "/";
  if (!URL.canParse(value, anywhere)) return "/";
  const url = new URL(value, anywhere);
  // Browsers read `//host`, `/\host` and tabs inside as another host; so does the URL parser.
  if (url.origin !== anywhere || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
