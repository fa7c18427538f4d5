const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/** 128 random bits. Browsers make UUIDs on https and localhost only; a plain-http install needs ids too. */
export const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
