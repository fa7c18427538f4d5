import type { ClientMessage, ServerMessage } from "@/lib/platform/realtime/message";

/** What opens a connection, and until when. */
export type Pass = { url: string; token: string; expiresAt: Date };

/** `maybe`: nothing was heard for a while, so something may have changed unheard. */
export type Signal = "changed" | "maybe";

type Listener = (signal: Signal) => void;

type Options = {
  fetchPass: () => Promise<Pass>;
  /** Whether trying again would be answered the same. */
  isRefusal: (error: unknown) => boolean;
};

const firstPauseMillis = 1_000;
const pauseMillisMax = 30_000;
const steadyAfterMillis = 10_000;
const renewBeforeMillis = 30_000;
const answerWithinMillis = 10_000;

/** One WebSocket for a whole tab: opened with a short-lived token, renewed before it ends, opened again when it is lost. */
export class RealtimeConnection {
  #socket: WebSocket | undefined;
  #attempt: symbol | undefined;
  #isOpen = false;
  #openedAt = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<() => void>();

  constructor(private readonly options: Options) {}

  /** Connects when it is not connected; makes sure of the connection when it is. */
  start(): void {
    this.#failures = 0;
    if (this.#isOpen) void this.#renew();
    else if (!this.#attempt || this.#retry) void this.#connect();
  }

  stop(): void {
    this.#attempt = undefined;
    this.#drop();
  }

  readonly isOpen = (): boolean => this.#isOpen;

  /** Calls back whenever `isOpen` changes. */
  readonly watch = (onChange: () => void): (() => void) => {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  };

  /** Hears a topic until the returned function is called. */
  listen(topic: string, listener: Listener): () => void {
    const known = this.#listeners.get(topic);
    const listeners = known ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    if (!known && this.#isOpen) {
      this.#say({ type: "subscribe", topic });
      listener("maybe");
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(topic) !== listeners) return;
      this.#listeners.delete(topic);
      if (this.#isOpen) this.#say({ type: "unsubscribe", topic });
    };
  }

  async #connect(): Promise<void> {
    const attempt = Symbol();
    this.#attempt = attempt;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const pass = await this.#fetchPass(attempt);
    if (!pass) return;
    const socket = new WebSocket(pass.url);
    this.#socket = socket;
    this.#awaitAnswer();
    socket.addEventListener("open", () => this.#show(pass));
    socket.addEventListener("message", ({ data }) => {
      if (socket === this.#socket) this.#hear(JSON.parse(String(data)) as ServerMessage);
    });
    socket.addEventListener("close", () => {
      if (socket === this.#socket) this.#lose();
    });
  }

  /** Nothing when it was refused or is no longer wanted. */
  async #fetchPass(attempt: symbol): Promise<Pass | undefined> {
    try {
      const pass = await this.options.fetchPass();
      return attempt === this.#attempt ? pass : undefined;
    } catch (error) {
      if (attempt !== this.#attempt) return undefined;
      if (this.options.isRefusal(error)) this.stop();
      else if (!this.#isOpen) this.#lose();
      return undefined;
    }
  }

  /** Sends the token, expects an answer, and sees to the next token in time. */
  #show(pass: Pass): void {
    this.#say({ type: "authenticate", token: pass.token });
    this.#awaitAnswer();
    clearTimeout(this.#renewal);
    const renewIn = pass.expiresAt.getTime() - Date.now() - renewBeforeMillis;
    this.#renewal = setTimeout(() => void this.#renew(), Math.max(firstPauseMillis, renewIn));
  }

  /** A connection can be dead without a word, as after a sleep of the machine. */
  #awaitAnswer(): void {
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => this.#lose(), answerWithinMillis);
  }

  async #renew(): Promise<void> {
    const attempt = this.#attempt;
    if (!attempt) return;
    const pass = await this.#fetchPass(attempt);
    if (pass && this.#isOpen) this.#show(pass);
  }

  #hear(message: ServerMessage): void {
    if (message.type === "ready") this.#settle();
    else if (message.type === "resync") this.#tellAll();
    else if (message.type === "changed") {
      for (const topic of [message.topic, `${message.topic}:${message.id}`])
        for (const listener of this.#listeners.get(topic) ?? []) listener("changed");
    }
  }

  #settle(): void {
    clearTimeout(this.#answer);
    if (this.#isOpen) return;
    this.#openedAt = Date.now();
    for (const topic of this.#listeners.keys()) this.#say({ type: "subscribe", topic });
    this.#turn(true);
    this.#tellAll();
  }

  #tellAll(): void {
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener("maybe");
  }

  /** Each attempt waits longer, and nobody waits exactly as long as everybody else. */
  #lose(): void {
    if (this.#isOpen && Date.now() - this.#openedAt > steadyAfterMillis) this.#failures = 0;
    this.#drop();
    const pause = Math.min(pauseMillisMax, firstPauseMillis * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#connect(), pause * (0.5 + Math.random() / 2));
  }

  #drop(): void {
    for (const timer of [this.#retry, this.#renewal, this.#answer]) clearTimeout(timer);
    this.#retry = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#turn(false);
  }

  #turn(isOpen: boolean): void {
    if (this.#isOpen === isOpen) return;
    this.#isOpen = isOpen;
    for (const onChange of this.#watchers) onChange();
  }

  #say(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }
}
