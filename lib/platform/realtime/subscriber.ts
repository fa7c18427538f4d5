import { WebSocket } from "ws";
import type { ServerMessage } from "./client-message";

const bufferedBytesMax = 256 * 1024;

/** One open connection: which workspace it may hear, and whether it keeps up. */
export class Subscriber {
  workspaceId: string | undefined;
  readonly topics = new Set<string>();
  private isAlive = true;
  private isLagging = false;

  constructor(private readonly socket: WebSocket) {
    socket.on("pong", () => {
      this.isAlive = true;
    });
  }

  /** A signal that a slow connection has no room for is dropped; one `resync` stands for all of them. */
  send(message: ServerMessage): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
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
    this.socket.ping();
    if (this.isLagging) this.send({ type: "resync" });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}
