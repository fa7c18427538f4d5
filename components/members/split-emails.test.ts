import { expect, it } from "vitest";
import { splitEmails } from "./split-emails";

it.each([
  ["a@x.com, b@x.com;c@x.com\nd@x.com", ["a@x.com", "b@x.com", "c@x.com", "d@x.com"]],
  ['"Ayşe Yılmaz" <ayse@x.com>, Deniz <deniz@x.com>', ["ayse@x.com", "deniz@x.com"]],
  ["a@x.com a@x.com", ["a@x.com"]],
  ["nobody", ["nobody"]],
  ["  ", []],
])("finds the addresses in %j", (text, emails) => {
  expect(splitEmails(text)).toEqual(emails);
});
