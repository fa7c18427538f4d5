/** Does `work` for any number of asks: the first at once, the others as one, when it is done and a pause is over. */
export class Coalescer {
  #isBusy = false;
  #isAsked = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly work: () => unknown,
    private readonly pauseMillis: number,
  ) {}

  readonly ask = (): void => {
    if (this.#isStopped) return;
    this.#isAsked = true;
    if (!this.#isBusy) void this.#run();
  };

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    this.#isAsked = false;
    await Promise.resolve(this.work()).catch(() => undefined);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#isBusy = false;
      if (this.#isAsked) void this.#run();
    }, this.pauseMillis);
  }
}
