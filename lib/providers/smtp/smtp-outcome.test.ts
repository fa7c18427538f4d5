import { expect, test } from "vitest";
import { toSmtpOutcome } from "./smtp-outcome";

function answer(response: string, command = "RCPT TO"): string {
  return toSmtpOutcome({ code: "EENVELOPE", command, response, responseCode: Number(response.slice(0, 3)) })
    .kind;
}

test.each([
  ["550 5.1.1 no such user", "RCPT TO", "recipient_gone"],
  ["550 5.1.10 null MX", "RCPT TO", "recipient_gone"],
  ["550 5.2.1 disabled", "RCPT TO", "recipient_gone"],
  ["550 no such user here", "RCPT TO", "recipient_gone"],
  ["553 bad mailbox name", "RCPT TO", "recipient_gone"],
  ["552 5.2.2 mailbox full", "RCPT TO", "transient"],
  ["550 5.7.1 refused by policy", "RCPT TO", "content_rejected"],
  ["550 5.7.26 DMARC", "DATA", "content_rejected"],
  ["552 5.3.4 too big", "DATA", "content_rejected"],
  ["554 spam", "DATA", "content_rejected"],
  ["550 sender not allowed", "MAIL FROM", "auth_or_config"],
  ["554 5.7.0 your address is blocked", "CONN", "auth_or_config"],
  ["502 5.5.1 no STARTTLS here", "STARTTLS", "auth_or_config"],
  ["552 5.3.4 too big", "MAIL FROM", "content_rejected"],
  ["535 5.7.8 bad credentials", "AUTH PLAIN", "auth_or_config"],
  ["530 5.7.0 sign in first", "MAIL FROM", "auth_or_config"],
  ["421 4.3.2 shutting down", "CONN", "transient"],
  ["450 4.2.1 busy", "RCPT TO", "transient"],
])("%s after %s is %s", (response, command, kind) => {
  expect(answer(response, command)).toBe(kind);
});

test("greylisting waits a quarter of an hour, other soft errors five minutes", () => {
  const soft = (response: string) => toSmtpOutcome({ command: "RCPT TO", response, responseCode: 451 });
  expect(soft("451 4.7.1 greylisted")).toMatchObject({ kind: "transient", retryAfterMillis: 900_000 });
  expect(soft("451 4.3.0 later")).toMatchObject({ kind: "transient", retryAfterMillis: 300_000 });
});

test("only a loss before the content was written is certain not to have sent it", () => {
  const lost = (error: object) => toSmtpOutcome(error).kind;
  expect(lost({ code: "ESOCKET", command: "CONN", syscall: "connect" })).toBe("transient");
  expect(lost({ code: "ETIMEDOUT", command: "CONN", timeoutType: "GREETING_TIMEOUT" })).toBe("transient");
  expect(lost({ code: "EDNS", command: "CONN" })).toBe("transient");
  expect(lost({ code: "ETIMEDOUT", command: "CONN", timeoutType: "SOCKET_TIMEOUT" })).toBe("ambiguous");
  expect(lost({ code: "ECONNECTION", command: "CONN", message: "Connection closed unexpectedly" })).toBe(
    "ambiguous",
  );
  expect(lost({ code: "ECONNECTION", command: "DATA" })).toBe("ambiguous");
});
