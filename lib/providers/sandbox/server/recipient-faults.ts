import type { MessageChannel } from "@/lib/domain/providers/message-port";

export type Fault = "gone" | "opted_out" | "throttled" | "unavailable" | "rejected" | "unauthorized";

/** What an accepted message turns into afterwards. */
export type Aftermath =
  | { kind: "failed"; code: string }
  | { kind: "complaint" }
  | { kind: "reply"; text: string }
  | { kind: "unsubscribe" };

export type RecipientBehaviour =
  | { kind: "refuse"; fault: Fault; isOnce: boolean }
  | { kind: "accept"; aftermath: Aftermath }
  | { kind: "slow" }
  | { kind: "hang" };

const always = (fault: Fault): RecipientBehaviour => ({ kind: "refuse", fault, isOnce: false });
const once = (fault: Fault): RecipientBehaviour => ({ kind: "refuse", fault, isOnce: true });
const after = (aftermath: Aftermath): RecipientBehaviour => ({ kind: "accept", aftermath });

const byPhoneEnding: Record<string, RecipientBehaviour> = {
  "0001": always("gone"),
  "0009": always("gone"),
  "0004": always("opted_out"),
  "0007": always("rejected"),
  "3003": after({ kind: "failed", code: "30003" }),
  "3005": after({ kind: "failed", code: "30005" }),
  "0429": once("throttled"),
  "9429": always("throttled"),
  "0503": once("unavailable"),
  "9503": always("unavailable"),
  "0008": { kind: "slow" },
  "0000": { kind: "hang" },
  "7867": after({ kind: "reply", text: "STOP" }),
};

const byTokenWord: Record<string, RecipientBehaviour> = {
  gone: always("gone"),
  optout: always("opted_out"),
  reject: always("rejected"),
  ghost: after({ kind: "failed", code: "not_shown" }),
  quota: once("throttled"),
  "quota-always": always("throttled"),
  flaky: once("unavailable"),
  "flaky-always": always("unavailable"),
  slow: { kind: "slow" },
  hang: { kind: "hang" },
};

const byMailboxWord: Record<string, RecipientBehaviour> = {
  bounce: always("gone"),
  spam: always("rejected"),
  complaint: after({ kind: "complaint" }),
  dsn: after({ kind: "failed", code: "5.1.1" }),
  grey: once("throttled"),
  "grey-always": always("throttled"),
  tempfail: once("unavailable"),
  "tempfail-always": always("unavailable"),
  slow: { kind: "slow" },
  hang: { kind: "hang" },
  unsub: after({ kind: "unsubscribe" }),
};

const byChatEnding: Record<string, RecipientBehaviour> = {
  "400": always("gone"),
  "403": always("opted_out"),
  "422": always("rejected"),
  "429": once("throttled"),
  "500": once("unavailable"),
  "786": after({ kind: "reply", text: "/stop" }),
};

// Words count only between non-letters: random tokens and names must not trip over them.
const tokenWord = toWordPattern(byTokenWord);
const mailboxWord = toWordPattern(byMailboxWord);

/** How the sandbox treats this recipient, by the look of the address; undefined = delivers. */
export function findBehaviour(channel: MessageChannel, to: string): RecipientBehaviour | undefined {
  switch (channel) {
    case "sms":
    case "whatsapp":
      return byPhoneEnding[to.slice(-4)];
    case "telegram":
      return byChatEnding[to.slice(-3)];
    case "email":
      return byMailboxWord[mailboxWord.exec(to.slice(0, to.lastIndexOf("@")))?.[1] ?? ""];
    default:
      return byTokenWord[tokenWord.exec(to)?.[1] ?? ""];
  }
}

function toWordPattern(behaviours: Record<string, RecipientBehaviour>): RegExp {
  const words = Object.keys(behaviours).sort((a, b) => b.length - a.length);
  return new RegExp(`(?:^|[^A-Za-z])(${words.join("|")})(?![A-Za-z])`);
}
