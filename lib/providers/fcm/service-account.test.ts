import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { fcmCredentialsSchema } from "./fcm-credentials";
import { parseServiceAccount } from "./service-account";

const pem = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});
const ecPem = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});

const file = {
  type: "service_account",
  project_id: "demo-shop",
  private_key_id: "abc",
  private_key: pem,
  client_email: "firebase-adminsdk@demo-shop.iam.gserviceaccount.com",
  token_uri: "https://oauth2.googleapis.com/token",
};

test("Google's file is read, as text, as an object, and with escaped line breaks", () => {
  const account = {
    projectId: "demo-shop",
    clientEmail: file.client_email,
    privateKey: pem,
    privateKeyId: "abc",
  };
  expect(parseServiceAccount(file)).toEqual({ isOk: true, account });
  expect(parseServiceAccount(JSON.stringify(file))).toEqual({ isOk: true, account });
  const escaped = { ...file, private_key: String(pem).replaceAll("\n", "\\n") };
  expect(parseServiceAccount(escaped)).toEqual({ isOk: true, account });
});

test.each([
  ["a legacy server key", `AAAAabcdefg:${"x".repeat(140)}`, "server_key_retired"],
  ["a legacy API key", `AIza${"x".repeat(35)}`, "server_key_retired"],
  ["a body with server_key", { server_key: "XYZ..." }, "server_key_retired"],
  ["other text", "hello", "not_json"],
  ["an array", "[]", "not_service_account"],
  ["google-services.json", { project_info: {}, client: [] }, "not_service_account"],
  ["a file without its key", { ...file, private_key: undefined }, "field_missing"],
  ["a project id with a path in it", { ...file, project_id: "../../x" }, "field_invalid"],
  ["a key cut short", { ...file, private_key: String(pem).slice(0, 300) }, "private_key_invalid"],
  ["an elliptic key", { ...file, private_key: ecPem }, "private_key_invalid"],
  ["a foreign token_uri", { ...file, token_uri: "http://169.254.169.254/token" }, "token_uri_foreign"],
])("%s is refused with its reason", (_name, input, problem) => {
  expect(parseServiceAccount(input)).toMatchObject({
    isOk: false,
    problem,
    message: expect.stringMatching(/\w/),
  });
});

test("the message about the server key says what to do instead", () => {
  const refused = fcmCredentialsSchema.safeParse({ serviceAccountJson: `AAAAabcdefg:${"x".repeat(140)}` });
  expect(refused.error?.issues[0]).toMatchObject({
    path: ["serviceAccountJson"],
    message: expect.stringMatching(/no longer exists.*service-account JSON/),
    params: { problem: "server_key_retired" },
  });
});

test("refusals never repeat the key", () => {
  const refused = parseServiceAccount({ ...file, private_key: "-----BEGIN secret" });
  expect(JSON.stringify(refused)).not.toContain("BEGIN secret");
});
