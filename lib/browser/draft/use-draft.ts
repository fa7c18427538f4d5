import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { ApiError } from "../api-client";
import { DraftStore, type DraftStoreOptions } from "./draft-store";

const isConflict = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.reason === "stale_version";

export type DraftOptions<
  Draft extends object,
  Change extends object,
  Stored extends { version: number },
> = Omit<DraftStoreOptions<Draft, Change, Stored>, "isConflict"> & {
  /** The page was left inside the product, and everything is stored. */
  onLeft: () => unknown;
};

/** An open draft and its store; what is unsaved is stored when the page is left inside the product. */
export function useDraft<Draft extends object, Change extends object, Stored extends { version: number }>({
  onLeft,
  ...options
}: DraftOptions<Draft, Change, Stored>) {
  const [store] = useState(() => new DraftStore({ ...options, isConflict }));
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  const leave = useEffectEvent(() => void store.flush().then(onLeft));
  useEffect(() => () => leave(), []);
  return { ...state, read: store.read, change: store.change, flush: store.flush, resolve: store.resolve };
}
