const slash = 47;

/** A request's target as a path: some proxies send the whole address (RFC 9112, 3.2.2). */
export function toOriginForm(target: string): string {
  if (target.charCodeAt(0) === slash || !/^https?:/i.test(target) || !URL.canParse(target)) return target;
  const { pathname, search } = new URL(target);
  return pathname + search;
}
