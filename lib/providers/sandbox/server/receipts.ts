import { randomUUID } from "node:crypto";
import type { MessageChannel } from "@/lib/domain/providers/message-port";
import { type SandboxReceipt, signReceipt } from "../sandbox-receipt";
import type { LedgerEntry } from "./ledger";
import type { Aftermath } from "./recipient-faults";

const pendingMax = 20_000;
const attemptsMax = 4;
const postMillis = 10_000;
const inFlightMax = 8;

const channelsWithDeliveryReceipt: readonly MessageChannel[] = ["sms", "whatsapp"];

export type ReceiptOptions = { url?: string; secret?: string; delayMillis: number };

/** Posts signed receipts to the product a little after the message was accepted, as providers do. */
export class Receipts {
  private readonly pending: { receipt: SandboxReceipt; dueAt: number; attempts: number }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private inFlight = 0;
  private isClosed = false;

  constructor(private options: ReceiptOptions) {}

  configure(options: Partial<ReceiptOptions>): void {
    this.options = { ...this.options, ...options };
  }

  follow(entry: Omit<LedgerEntry, "sequence" | "receivedAt" | "result">, aftermath?: Aftermath): void {
    if (!this.options.url) return;
    if (aftermath?.kind === "unsubscribe") this.unsubscribe(entry.content);
    else if (aftermath) this.enqueue(entry, toReceiptPart(aftermath));
    else if (channelsWithDeliveryReceipt.includes(entry.channel)) this.enqueue(entry, { type: "delivered" });
  }

  reply(workspaceId: string, channel: MessageChannel, from: string, text: string): void {
    this.enqueue({ workspaceId, channel, to: from }, { type: "reply", text });
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.pending.length = 0;
  }

  private enqueue(
    entry: { workspaceId: string; channel: MessageChannel; to: string; providerMessageId?: string },
    part: Pick<SandboxReceipt, "type" | "code" | "text">,
  ): void {
    const { workspaceId, channel, to, providerMessageId } = entry;
    const occurredAt = new Date().toISOString();
    const receipt = { id: randomUUID(), workspaceId, channel, to, providerMessageId, occurredAt, ...part };
    if (this.pending.length >= pendingMax) this.pending.shift();
    this.pending.push({ receipt, dueAt: Date.now() + this.options.delayMillis, attempts: 0 });
    this.schedule();
  }

  private schedule(): void {
    const next = this.pending[0];
    if (!next || this.timer || this.isClosed || this.inFlight >= inFlightMax) return;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.postDue();
      },
      Math.max(next.dueAt - Date.now(), 0),
    ).unref();
  }

  private postDue(): void {
    while (this.inFlight < inFlightMax) {
      const next = this.pending[0];
      if (!next || next.dueAt > Date.now()) break;
      this.pending.shift();
      this.inFlight += 1;
      void this.post(next.receipt).then((isTaken) => {
        this.inFlight -= 1;
        const attempts = next.attempts + 1;
        const dueAt = Date.now() + this.options.delayMillis * 2 ** attempts;
        if (!isTaken && attempts < attemptsMax) this.pending.push({ ...next, attempts, dueAt });
        this.schedule();
      });
    }
    this.schedule();
  }

  private async post(receipt: SandboxReceipt): Promise<boolean> {
    const { url, secret } = this.options;
    if (!url || !secret) return true;
    const body = JSON.stringify(receipt);
    const headers = {
      "content-type": "application/json",
      ...signReceipt(receipt.id, body, secret, Date.now()),
    };
    return isAnsweredOk(url, { method: "POST", headers, body });
  }

  /** Presses the mail's one-click button, if it leads back to the product that is being served. */
  private unsubscribe(mail: string): void {
    const url = /^List-Unsubscribe:[^<]*<(https?:[^>]+)>/im.exec(mail.replace(/\r?\n[ \t]+/g, ""))?.[1];
    const home = this.options.url;
    if (!url || !home || !URL.canParse(url) || new URL(url).origin !== new URL(home).origin) return;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    void isAnsweredOk(url, { method: "POST", headers, body: "List-Unsubscribe=One-Click" });
  }
}

function toReceiptPart(
  aftermath: Exclude<Aftermath, { kind: "unsubscribe" }>,
): Pick<SandboxReceipt, "type" | "code" | "text"> {
  if (aftermath.kind === "failed") return { type: "failed", code: aftermath.code };
  if (aftermath.kind === "reply") return { type: "reply", text: aftermath.text };
  return { type: "complaint" };
}

async function isAnsweredOk(url: string, init: RequestInit): Promise<boolean> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(postMillis),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
