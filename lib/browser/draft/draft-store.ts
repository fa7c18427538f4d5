export type SaveState = "saved" | "waiting" | "saving" | "conflict" | "failed";

export type DraftState<Draft> = {
  draft: Draft;
  version: number;
  saveState: SaveState;
  savedAt: Date | null;
  error: unknown;
};

type Versioned = { version: number };

export type DraftStoreOptions<Draft extends object, Change extends object, Stored extends Versioned> = {
  stored: Stored;
  draftOf: (stored: Stored) => Draft;
  /** What differs and would be taken; the rest waits for something better. */
  changesBetween: (saved: Draft, draft: Draft) => Change;
  /** What is stored once this change of the draft is. */
  savedAfter: (saved: Draft, draft: Draft, change: Change) => Draft;
  save: (change: Change & Versioned) => Promise<Stored>;
  isConflict: (error: unknown) => boolean;
  pauseMillis?: number;
};

/** A draft that saves itself a moment after the last change, one save at a time, each on the version it read. */
export class DraftStore<Draft extends object, Change extends object, Stored extends Versioned> {
  #state: DraftState<Draft>;
  #saved: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #options: DraftStoreOptions<Draft, Change, Stored>;

  constructor(options: DraftStoreOptions<Draft, Change, Stored>) {
    this.#options = options;
    const draft = options.draftOf(options.stored);
    this.#saved = draft;
    this.#state = {
      draft,
      version: options.stored.version,
      saveState: "saved",
      savedAt: null,
      error: null,
    };
  }

  readonly read = (): DraftState<Draft> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (part: Partial<Draft>): void => {
    const { saveState } = this.#state;
    this.#set({
      draft: { ...this.#state.draft, ...part },
      saveState: saveState === "saving" || saveState === "conflict" ? saveState : "waiting",
    });
    this.#wait();
  };

  /** Stores what is open now; true when the server has everything. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.#state.saveState === "conflict") return false;
    if (this.#hasChanges()) {
      this.#running = this.#save().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    } else if (this.#state.saveState === "waiting") this.#set({ saveState: "saved" });
    return this.#state.saveState === "saved" && !this.#hasChanges();
  };

  /** Ends a conflict: with the other version, or with this one written over it. */
  readonly resolve = async (theirs: Stored, keep: "theirs" | "mine"): Promise<void> => {
    const draft = this.#options.draftOf(theirs);
    this.#saved = draft;
    const kept = keep === "theirs" ? draft : this.#state.draft;
    this.#set({ draft: kept, version: theirs.version, saveState: "saved", error: null });
    await this.flush();
  };

  #hasChanges(): boolean {
    return Object.keys(this.#options.changesBetween(this.#saved, this.#state.draft)).length > 0;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#state.saveState === "conflict") return;
    this.#timer = setTimeout(() => void this.flush(), this.#options.pauseMillis ?? 800);
  }

  async #save(): Promise<void> {
    const { draft, version } = this.#state;
    const { changesBetween, savedAfter, save, isConflict } = this.#options;
    const change = changesBetween(this.#saved, draft);
    this.#set({ saveState: "saving" });
    try {
      const result = await save({ ...change, version });
      // Fields that were held back are still different and stay open.
      this.#saved = savedAfter(this.#saved, draft, change);
      this.#set({ version: result.version, saveState: "saved", savedAt: new Date(), error: null });
      if (this.#hasChanges()) {
        this.#set({ saveState: "waiting" });
        this.#wait();
      }
    } catch (error) {
      this.#set({ saveState: isConflict(error) ? "conflict" : "failed", error });
    }
  }

  #set(part: Partial<DraftState<Draft>>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
