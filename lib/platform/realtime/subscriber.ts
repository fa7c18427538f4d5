import { WebSocket } from "ws";
import type { ServerMessage } from "./message";
import type { RealtimeRights } from "./realtime-token";

const bufferedBytesMax = 256 * 1024;
const messagesPerProbeMax = 200;

/** One open connection: what it may hear and for how long, and whether it keeps up. */
export class Subscriber {
  rights: RealtimeRights | undefined;
  /** Whose token is being looked at, before it gives any rights. */
  arriving: RealtimeRights | undefined;
  readonly topics = new Set<string>();
  private isAlive = true;
  private isLagging = false;
  private messages = 0;
  private expiry: NodeJS.Timeout | undefined;
  private freePlace: (() => void) | undefined;

  constructor(private readonly socket: WebSocket) {
    socket.on("pong", () => {
      this.isAlive = true;
    });
    socket.once("close", () => clearTimeout(this.expiry));
  }

  /** Leaves its place for another one, if that is to be had. */
  moveTo(freePlace: (() => void) | undefined): boolean {
    if (!freePlace) return false;
    this.leave();
    this.freePlace = freePlace;
    return true;
  }

  leave(): void {
    this.freePlace?.();
    this.freePlace = undefined;
  }

  /** Nothing may be kept for one that has ended: it is forgotten only once. */
  isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** The first token opens; each later one prolongs, for the same actor in the same workspace only. */
  admit(rights: RealtimeRights, onExpiry: () => void): boolean {
    if (!this.isOpen()) return false;
    const known = this.rights ?? rights;
    if (known.workspaceId !== rights.workspaceId || known.actorId !== rights.actorId) return false;
    this.rights = rights;
    clearTimeout(this.expiry);
    this.expiry = setTimeout(onExpiry, Math.max(0, rights.expiresAt.getTime() - Date.now()));
    return true;
  }

  /** Whether it says more than any browser would. */
  isFlooding(): boolean {
    this.messages += 1;
    return this.messages > messagesPerProbeMax;
  }

  /** A signal that a slow connection has no room for is dropped; one `resync` stands for all of them. */
  send(message: ServerMessage): void {
    if (!this.isOpen()) return;
    if (this.socket.bufferedAmount > bufferedBytesMax) {
      this.isLagging = true;
      return;
    }
    if (this.isLagging) {
      this.isLagging = false;
      this.socket.send(JSON.stringify({ type: "resync" } satisfies ServerMessage));
    }
    this.socket.send(JSON.stringify(message));
  }

  /** Called at each heartbeat: who did not answer the last one is gone. */
  probe(): void {
    if (!this.isAlive) {
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    this.messages = 0;
    this.socket.ping();
    if (this.isLagging) this.send({ type: "resync" });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}
