import { escapeLike } from "@/db/escape-like";
import type { WorkspaceScope } from "@/db/scope";
import { readContactSearch, readDomainSearch } from "@/lib/domain/contacts/contact-search";

/** After every text that begins so. */
const lastOf = (start: string): string => `${start}\u{10FFFF}`;

/**
 * Contacts `c` that a search means. Row-level security keeps `like` out of every index, so addresses are found by
 * the range their beginning spans, and names by reading those of this workspace once.
 */
export function matchesSearch(scope: WorkspaceScope, q: string) {
  const domain = readDomainSearch(q);
  if (domain) {
    return scope.fragment`c.id = any(array(select s.contact_id from subscriptions s where s.workspace_id = ${scope.id}
      and s.channel = 'email' and s.status <> 'removed' and s.address_key like ${`%${escapeLike(domain)}%`}))`;
  }
  const { nameWords, idStart, addressStarts } = readContactSearch(q);
  const names = nameWords.map((word) => scope.fragment`c.name_key like ${`%${escapeLike(word)}%`}`);
  const starts = addressStarts.map(({ start }) => start);
  return scope.fragment`(
    (${scope.all(names)})
    or lower(c.external_id) like ${`${escapeLike(idStart)}%`}
    or c.id in (
      select s.contact_id
      from unnest(${addressStarts.map(({ channel }) => channel)}::text[], ${starts}::text[], ${starts.map(lastOf)}::text[])
        as a(channel, first, last)
      join subscriptions s on s.workspace_id = ${scope.id} and s.channel = a.channel and s.status <> 'removed'
        and s.address_key ~>=~ a.first and s.address_key ~<~ a.last))`;
}
