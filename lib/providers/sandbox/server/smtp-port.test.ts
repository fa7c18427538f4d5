import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { startSandbox } from "./start-sandbox";

async function say(socket: Socket, line: string, answer: string): Promise<void> {
  let heard = "";
  const listen = (part: Buffer) => {
    heard += part.toString();
  };
  socket.on("data", listen);
  socket.write(line);
  await expect.poll(() => heard).toContain(answer);
  socket.off("data", listen);
}

async function beginMail(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await say(socket, "", "220 ");
  await say(socket, "EHLO shop.example\r\n", "250 ");
  await say(socket, `AUTH PLAIN ${Buffer.from("\0workspace\0secret").toString("base64")}\r\n`, "235 ");
  await say(socket, "MAIL FROM:<a@shop.example>\r\n", "250 ");
  await say(socket, "RCPT TO:<b@shop.example>\r\n", "250 ");
  await say(socket, "DATA\r\n", "354 ");
  return socket;
}

test("a sender that vanishes in the middle of a mail costs nobody else their provider", async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on("unhandledRejection", hear);
  const sandbox = await startSandbox();
  const [vanishing, staying] = [await beginMail(sandbox.smtpUrl), await beginMail(sandbox.smtpUrl)];
  vanishing.write("Subject: half");
  vanishing.destroy();
  await once(vanishing, "close");
  await say(staying, "Subject: whole\r\n\r\nHello\r\n.\r\n", "250 ");
  await say(staying, "QUIT\r\n", "221 ");
  await sandbox.close();
  process.off("unhandledRejection", hear);
  expect(unheard).toEqual([]);
});
