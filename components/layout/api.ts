import { queryOptions } from "@tanstack/react-query";

/** Something of the workspace that the palette can open. */
export type Find = {
  id: string;
  /** The section it belongs to: an id of `navigation`. */
  section: string;
  label: string;
  /** What tells it from another of the same name. */
  detail: string;
  path: string;
};

/** Searches the workspace for what a person may see; the best few of each section. */
export type FindInWorkspace = (text: string, signal: AbortSignal) => Promise<Find[]>;

export const findsOptions = (workspace: string, text: string, find: FindInWorkspace) =>
  queryOptions({
    queryKey: ["palette", workspace, text],
    queryFn: ({ signal }) => find(text, signal),
    retry: false,
  });
