import { expect, test } from "vitest";
import { checkServiceAccount } from "./check-service-account";

const file = {
  type: "service_account",
  project_id: "demo-app",
  client_email: "push@demo-app.iam.gserviceaccount.com",
  private_key: "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",
};

test("a whole file is recognised before it is sent", () => {
  expect(checkServiceAccount(JSON.stringify(file))).toEqual({
    kind: "usable",
    projectId: "demo-app",
    clientEmail: file.client_email,
  });
  expect(checkServiceAccount("  \n")).toEqual({ kind: "empty" });
});

test.each([
  ["server_key_retired", `AAAAabcdefg:${"x".repeat(140)}`],
  ["server_key_retired", JSON.stringify({ project_id: "demo-app", server_key: "XYZ" })],
  ["not_json", "{"],
  ["not_service_account", JSON.stringify({ project_info: {} })],
  ["field_invalid", JSON.stringify({ ...file, client_email: 7 })],
  ["private_key_invalid", JSON.stringify({ ...file, private_key: "-----BEGIN PRIVATE KEY-----\nMIIE" })],
])("what cannot work is called by its name: %s", (problem, text) => {
  expect(checkServiceAccount(text)).toMatchObject({ kind: "unusable", problem });
});
