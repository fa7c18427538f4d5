import { emailAddress } from "@/lib/contracts/users";

type TypedEmails = { emails: string[]; malformed: string[] };

const quotedName = /"[^"\n]*"(?=\s*<)/g;
const named = /([^,;\n<>]*)<([^<>\n]*)>/g;

/** Addresses as people paste them: separated by anything, with names around them, or as rows of a spreadsheet. */
export function splitEmails(text: string): TypedEmails {
  const words = text
    .replace(quotedName, "")
    .replace(named, (_, name: string, address: string) => `${addressesIn(name.split(/\s+/))} ${address} `)
    .split("\n")
    .map((row) => addressesIn(row.split("\t")) || row)
    .flatMap((row) => row.split(/[\s,;]+/))
    .map((word) => word.replace(/^[<("']+|[>)"']+$/g, ""))
    .filter((word) => word !== "");
  const isEmail = (word: string) => emailAddress.safeParse(word).success;
  const distinct = [...new Set(words)];
  return { emails: distinct.filter(isEmail), malformed: distinct.filter((word) => !isEmail(word)) };
}

/** What stands beside an address is about its person; where there is none, one was meant. */
const addressesIn = (parts: string[]): string => parts.filter((part) => part.includes("@")).join(" ");
