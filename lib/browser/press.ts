type Signal = { button?: number; buttons?: number; repeat?: boolean };

/**
 * Whether the main button or a finger is down. A press lasts until its click has found what it is meant for, and
 * covers the mouse events that a browser sends after a finger is up: those take the focus away.
 */
export class Press {
  #isDown = false;
  #end: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #page: () => EventTarget;

  constructor(page: () => EventTarget) {
    this.#page = page;
  }

  readonly isDown = (): boolean => this.#isDown;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#watch("addEventListener");
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#watch("removeEventListener");
      this.#set(false);
    };
  };

  #watch(change: "addEventListener" | "removeEventListener"): void {
    for (const type of starts) this.#page()[change](type, this.#handleStart, first);
    for (const type of ends) this.#page()[change](type, this.#handleEnd, first);
    this.#page()[change]("pointermove", this.#handleMove, first);
    this.#page()[change]("click", this.#handleClick, first);
  }

  readonly #handleStart = (event: Event & Signal): void => {
    if (event.button === 0) this.#set(true);
  };

  /** The click follows in the same task, if there is one. */
  readonly #handleEnd = (event: Event & Signal): void => {
    if (this.#isDown && !event.repeat) this.#end ??= setTimeout(() => this.#set(false));
  };

  /** Released where the page could not hear it, such as over the list of a native control. */
  readonly #handleMove = (event: Event & Signal): void => {
    if (event.buttons === 0) this.#handleEnd(event);
  };

  readonly #handleClick = (): void => this.#set(false);

  #set(isDown: boolean): void {
    clearTimeout(this.#end);
    this.#end = undefined;
    if (this.#isDown === isDown) return;
    this.#isDown = isDown;
    for (const listener of this.#listeners) listener();
  }
}

const first = { capture: true };
const starts = ["pointerdown", "mousedown"];
const ends = ["pointerup", "mouseup", "pointercancel", "dragend", "keydown"];
