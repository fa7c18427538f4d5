import { expect, test } from "vitest";
import { isPrivateAddress, isPublicAddress } from "./safe-address";

test.each([
  "10.0.0.1",
  "172.16.3.4",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "198.18.0.1",
  "192.0.2.1",
  "224.0.0.1",
  "255.255.255.255",
  "fc00::1",
  "fe80::1",
  "ff02::1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
  "::127.0.0.1",
  "::7f00:1",
  "::8.8.8.8",
  "not an address",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "142.250.1.1", "2a00:1450:4001::200e"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "127.0.0.1",
  "::1",
  "10.1.2.3",
  "192.168.0.9",
  "172.31.0.1",
  "fd12::1",
  "100.64.0.1",
  "::ffff:10.0.0.1",
])("%s is of a network of one's own", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  "169.254.169.254",
  "169.254.170.2",
  "::ffff:169.254.169.254",
  "fe80::1",
  "fd00:ec2::254",
  "100.100.100.200",
  "168.63.129.16",
  "0.0.0.0",
  "::",
  "224.0.0.1",
  "64:ff9b::a9fe:a9fe",
  "2002:a9fe:a9fe::",
  "::a9fe:a9fe",
  "::10.0.0.1",
])("%s is nobody's: neither public nor private", (address) => {
  expect(isPublicAddress(address)).toBe(false);
  expect(isPrivateAddress(address)).toBe(false);
});
