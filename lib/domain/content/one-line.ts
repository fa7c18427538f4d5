/** Line breaks and control characters end a header or a line on a lock screen: they become spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
