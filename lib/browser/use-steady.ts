"use client";

import { useState, useSyncExternalStore } from "react";
import { Press } from "./press";

const press = new Press(() => window);

/**
 * A value that stands still while a pointer is down. What moves the page between pressing and letting go, such as a
 * hint that appears because its field is left, makes the click miss its button.
 */
export function useSteady<T>(value: T): T {
  const isPressed = useSyncExternalStore(press.subscribe, press.isDown, () => false);
  const [held, setHeld] = useState<{ value: T }>();
  if (isPressed && !held) setHeld({ value });
  if (!isPressed && held) setHeld(undefined);
  return isPressed && held ? held.value : value;
}
