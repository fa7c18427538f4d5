import type { Fragment } from "@/db/client";
import type { WorkspaceScope } from "@/db/scope";

/** The contact that an alias `a` was before it became part of another one; null for what only names a visitor. */
export const contactOfAlias = ({ fragment }: WorkspaceScope): Fragment => fragment`
  case when a.alias ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then a.alias::uuid end`;
