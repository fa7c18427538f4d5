import { expect, it } from "vitest";
import { compileContent } from "@/lib/domain/content/compile-content";
import { emptyContent } from "@/lib/domain/content/content";
import { newId } from "@/lib/platform/ids";
import { findMailProblem } from "@/lib/providers/smtp/mail";
import { buildMessage } from "./build-message";

it.each([
  ["a line break", "Ayşe\nNur", "Yılmaz\r\n"],
  ["control characters", "Ayşe\u0000\u001f", "\tNur\u2028Yılmaz"],
])("a name with %s is written on one line, so that its mail leaves", (_, firstName, lastName) => {
  const content = compileContent({ ...emptyContent, title: "Hi {{ first_name }}", body: "Hello" }, "email");
  const message = buildMessage(
    { runId: newId(), collapseKey: "c", channel: "email", ttlSeconds: 60, priority: "normal" },
    { contactId: newId(), personId: newId(), firstName, lastName },
    { id: newId(), address: "ayse@example.com", keys: null },
    content.render({ first_name: firstName }),
    { unsubscribeUrl: undefined },
  );
  expect(message).toMatchObject({ channel: "email", to: { name: "Ayşe Nur Yılmaz" } });
  if (message.channel === "email") expect(findMailProblem(message)).toBeUndefined();
});
