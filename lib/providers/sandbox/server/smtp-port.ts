import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Fault } from "./recipient-faults";
import type { Sandbox, Verdict } from "./sandbox";

const mailBytesMax = 10 * 1024 * 1024;
const retainedBytesMax = 64 * 1024;

/** Receives mail for any address. The SMTP user is the workspace; a password with `bad` in it is refused. */
export function createSmtpPort(sandbox: Sandbox): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    size: mailBytesMax,
    onAuth(auth, _session, callback) {
      if (!auth.username || /bad/i.test(auth.password ?? ""))
        return callback(toSmtpError(535, "5.7.8 Authentication credentials invalid"));
      callback(null, { user: auth.username });
    },
    onRcptTo(address, session, callback) {
      const verdict = sandbox.judge(getWorkspaceId(session), "email", address.address);
      verdicts.set(session, verdict);
      if (verdict.kind === "silence") {
        if (verdict.link === "reset") dropConnection(server, session);
        return;
      }
      if (verdict.kind === "accept" || verdict.fault === "rejected") return callback();
      refuse(sandbox, session, address.address, verdict.fault);
      callback(toRefusal(verdict.fault));
    },
    onData(stream, session, callback) {
      readMail(stream).then((mail) => finish(sandbox, session, mail, callback), callback);
    },
  });
  const verdicts = new WeakMap<SMTPServerSession, Verdict>();
  server.on("error", () => undefined);

  function finish(
    target: Sandbox,
    session: SMTPServerSession,
    mail: string,
    callback: (error?: Error | null, message?: string) => void,
  ): void {
    const verdict = verdicts.get(session);
    const to = session.envelope.rcptTo[0]?.address ?? "";
    if (verdict?.kind === "refuse") {
      refuse(target, session, to, verdict.fault, mail);
      callback(toRefusal(verdict.fault));
      return;
    }
    const messageId = /^Message-ID:\s*(\S+)/im.exec(mail)?.[1] ?? "";
    const providerMessageId = messageId.slice(1, -1);
    const returnPath = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
    const content = `Return-Path: <${returnPath}>\r\n${mail.slice(0, retainedBytesMax)}`;
    const entry = { workspaceId: getWorkspaceId(session), channel: "email" as const, to, content };
    const aftermath = verdict?.kind === "accept" ? verdict.aftermath : undefined;
    target.accept(
      { ...entry, providerMessageId, identity: messageId, slot: messageId || undefined },
      aftermath,
    );
    if (verdict?.kind === "accept" && verdict.link === "drop") {
      dropConnection(server, session);
      return;
    }
    setTimeout(
      () => callback(null, `2.0.0 Ok: queued as ${providerMessageId}`),
      verdict?.kind === "accept" ? verdict.delayMillis : 0,
    );
  }
  return server;
}

function dropConnection(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.session === session) connection.close();
}

function refuse(sandbox: Sandbox, session: SMTPServerSession, to: string, fault: Fault, content = ""): void {
  sandbox.refuse(
    { workspaceId: getWorkspaceId(session), channel: "email", to, identity: "", content },
    fault,
  );
}

function getWorkspaceId(session: SMTPServerSession): string {
  return typeof session.user === "string" ? session.user : "anonymous";
}

async function readMail(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

function toRefusal(fault: Fault): Error {
  switch (fault) {
    case "throttled":
      return toSmtpError(451, "4.7.1 Greylisted, try again later");
    case "unavailable":
      return toSmtpError(421, "4.3.2 Service not available");
    case "rejected":
      return toSmtpError(550, "5.7.1 Message refused as spam");
    default:
      return toSmtpError(550, "5.1.1 The address does not exist");
  }
}

function toSmtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
