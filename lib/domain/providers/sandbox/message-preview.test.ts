import { expect, it } from "vitest";
import { previewOf } from "./message-preview";

it("shows a Telegram message's HTML as its reader sees it", async () => {
  const html = "<b>Ada&#x27;s cart</b>\n\n1 &lt; 2&nbsp;&amp; more&hellip;\n<i>Soon</i>";
  const preview = await previewOf("telegram", {
    html,
    buttons: [{ title: "Open", url: "https://x.example" }],
  });
  expect(preview.body).toBe("Ada's cart\n\n1 < 2 & more…\nSoon");
  expect(preview.actions).toEqual(["Open"]);
});
