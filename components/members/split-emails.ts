/** Addresses as people paste them: separated by anything, with or without names around them. */
export function splitEmails(text: string): string[] {
  const words = text
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[<("']+|[>)"']+$/g, ""))
    .filter((word) => word !== "");
  const addresses = words.filter((word) => word.includes("@"));
  // Without a single address the words themselves are the mistake to show.
  return [...new Set(addresses.length > 0 ? addresses : words)];
}
