import { describe, expect, it } from "vitest";
import { Press } from "./press";

/** A page on which somebody presses: each event as browsers send it. */
function openPage() {
  const page = new EventTarget();
  const press = new Press(() => page);
  const heard: boolean[] = [];
  const leave = press.subscribe(() => heard.push(press.isDown()));
  const send = (type: string, more: object = {}) =>
    page.dispatchEvent(Object.assign(new Event(type), { button: 0, buttons: 1, ...more }));
  return { press, heard, leave, send };
}

describe("a press", () => {
  it("lasts until its click is there, so that nothing moves away from under it", () => {
    const { press, send, heard } = openPage();
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup"]) send(type);
    expect(press.isDown()).toBe(true);
    send("click");
    expect(press.isDown()).toBe(false);
    expect(heard).toEqual([true, false]);
  });

  it("of a finger covers the mouse events that come after it is up, for they take the focus away", async () => {
    const { press, send } = openPage();
    send("pointerdown");
    send("pointerup");
    await expect.poll(() => press.isDown()).toBe(false);
    send("mousedown");
    expect(press.isDown()).toBe(true);
    send("mouseup");
    expect(press.isDown()).toBe(true);
    send("click");
    expect(press.isDown()).toBe(false);
  });

  it.each(["pointerup", "pointercancel", "dragend"])(
    "that ends in %s without a click is over",
    async (end) => {
      const { press, send } = openPage();
      send("pointerdown");
      send(end);
      await expect.poll(() => press.isDown()).toBe(false);
    },
  );

  it.each([
    ["pointermove", { buttons: 0 }],
    ["keydown", {}],
  ])("whose end was not told is over at the next %s", async (type, more) => {
    const { press, send } = openPage();
    send("pointerdown");
    send("pointermove");
    expect(press.isDown()).toBe(true);
    send(type, more);
    await expect.poll(() => press.isDown()).toBe(false);
  });

  it("is none with another button, which opens a menu instead", () => {
    const { press, send } = openPage();
    send("pointerdown", { button: 2 });
    expect(press.isDown()).toBe(false);
  });

  it("is not watched while nobody asks", () => {
    const { press, send, leave } = openPage();
    send("pointerdown");
    leave();
    expect(press.isDown()).toBe(false);
    send("pointerdown");
    expect(press.isDown()).toBe(false);
  });
});
