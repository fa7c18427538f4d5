import type { Campaign, CampaignChange } from "../api";
import { type CampaignDraft, changesBetween, draftOf } from "./campaign-draft";

export type SaveState = "saved" | "waiting" | "saving" | "conflict" | "failed";

export type DraftState = {
  draft: CampaignDraft;
  version: number;
  saveState: SaveState;
  savedAt: Date | null;
  error: unknown;
};

export type SaveDraft = (change: CampaignChange) => Promise<Campaign>;

export type DraftStoreOptions = {
  campaign: Campaign;
  language: string;
  save: SaveDraft;
  isConflict: (error: unknown) => boolean;
  pauseMillis?: number;
};

/** A draft that saves itself a moment after the last change, one save at a time, each on the version it read. */
export class DraftStore {
  #state: DraftState;
  #saved: CampaignDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #options: DraftStoreOptions;

  constructor(options: DraftStoreOptions) {
    this.#options = options;
    const draft = draftOf(options.campaign, options.language);
    this.#saved = draft;
    this.#state = {
      draft,
      version: options.campaign.version,
      saveState: "saved",
      savedAt: null,
      error: null,
    };
  }

  readonly read = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (part: Partial<CampaignDraft>): void => {
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
  readonly resolve = async (theirs: Campaign, keep: "theirs" | "mine"): Promise<void> => {
    const draft = draftOf(theirs, this.#options.language);
    this.#saved = draft;
    const kept = keep === "theirs" ? draft : this.#state.draft;
    this.#set({ draft: kept, version: theirs.version, saveState: "saved", error: null });
    await this.flush();
  };

  #hasChanges(): boolean {
    return Object.keys(changesBetween(this.#saved, this.#state.draft)).length > 0;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#state.saveState === "conflict") return;
    this.#timer = setTimeout(() => void this.flush(), this.#options.pauseMillis ?? 800);
  }

  async #save(): Promise<void> {
    const { draft, version } = this.#state;
    const change = changesBetween(this.#saved, draft);
    this.#set({ saveState: "saving" });
    try {
      const result = await this.#options.save({ ...change, version });
      // Fields that were held back are still different and stay open.
      this.#saved = { ...this.#saved, ...withoutHeldBack(draft, change, this.#saved) };
      this.#set({ version: result.version, saveState: "saved", savedAt: new Date(), error: null });
      if (this.#hasChanges()) {
        this.#set({ saveState: "waiting" });
        this.#wait();
      }
    } catch (error) {
      this.#set({ saveState: this.#options.isConflict(error) ? "conflict" : "failed", error });
    }
  }

  #set(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function withoutHeldBack(
  draft: CampaignDraft,
  change: CampaignChange,
  saved: CampaignDraft,
): Partial<CampaignDraft> {
  const { name: _name, scheduledAt: _time, filter: _filter, timing: _timing, ...rest } = draft;
  return {
    ...rest,
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.scheduledAt === undefined ? {} : { scheduledAt: change.scheduledAt }),
    ...(change.audience === undefined ? {} : { filter: change.audience.filter }),
    timing: { ...saved.timing, ...(change.timing as Partial<CampaignDraft["timing"]>) },
  };
}
