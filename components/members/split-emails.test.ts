import { expect, it } from "vitest";
import { splitEmails } from "./split-emails";

it.each([
  ["a@x.com, b@x.com;c@x.com\nd@x.com", ["a@x.com", "b@x.com", "c@x.com", "d@x.com"]],
  ['"Ayşe Yılmaz" <ayse@x.com>, Deniz <deniz@x.com>', ["ayse@x.com", "deniz@x.com"]],
  ['"Yılmaz, Ayşe" <ayse@x.com>; b@x.com Deniz Işık <deniz@x.com>', ["ayse@x.com", "b@x.com", "deniz@x.com"]],
  ["Ayşe Yılmaz\tayse@x.com\tİzmir\nDeniz\tdeniz@x.com\t", ["ayse@x.com", "deniz@x.com"]],
  ["a@x.com a@x.com", ["a@x.com"]],
  ["  ", []],
])("finds the addresses in %j", (text, emails) => {
  expect(splitEmails(text)).toEqual({ emails, malformed: [] });
});

it.each([
  ["nobody", ["nobody"]],
  ["a@x.com, denizx.com, b@x.com", ["denizx.com"]],
  ["a@x.com deniz@ @x.com c@x deniz@", ["deniz@", "@x.com", "c@x"]],
  ["a@x.com, Deniz <deniz.x.com>", ["deniz.x.com"]],
  ["Ayşe\tayse@x.com\nDeniz\tdeniz.x.com", ["Deniz", "deniz.x.com"]],
])("drops nothing in %j that may have been meant as an address", (text, malformed) => {
  expect(splitEmails(text).malformed).toEqual(malformed);
});
