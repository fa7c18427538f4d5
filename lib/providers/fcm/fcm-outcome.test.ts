import { expect, test } from "vitest";
import { toFcmOutcome } from "./fcm-outcome";

const fcmError = "type.googleapis.com/google.firebase.fcm.v1.FcmError";
const badRequest = "type.googleapis.com/google.rpc.BadRequest";

function answer(httpStatus: number, status: string, message: string, details: object[] = [], headers = {}) {
  const body = JSON.stringify({ error: { code: httpStatus, status, message, details } });
  return toFcmOutcome({ status: httpStatus, headers, body }, 0);
}

const fcm = (errorCode: string) => ({ "@type": fcmError, errorCode });
const violation = (field: string) => ({ "@type": badRequest, fieldViolations: [{ field }] });

test("FCM's own code wins over the HTTP status", () => {
  expect(answer(404, "NOT_FOUND", "Requested entity was not found.", [fcm("UNREGISTERED")])).toMatchObject({
    kind: "recipient_gone",
    code: "UNREGISTERED",
  });
  expect(answer(403, "PERMISSION_DENIED", "SenderId mismatch", [fcm("SENDER_ID_MISMATCH")])).toMatchObject({
    kind: "recipient_gone",
  });
  expect(answer(401, "UNAUTHENTICATED", "APNs", [fcm("THIRD_PARTY_AUTH_ERROR")])).toMatchObject({
    kind: "auth_or_config",
    code: "THIRD_PARTY_AUTH_ERROR",
  });
});

test("INVALID_ARGUMENT prunes a token only when the token is at fault", () => {
  const invalid = (message: string, ...details: object[]) =>
    answer(400, "INVALID_ARGUMENT", message, details).kind;
  expect(
    invalid("The registration token is not a valid FCM registration token", fcm("INVALID_ARGUMENT")),
  ).toBe("recipient_gone");
  expect(invalid("Request contains an invalid argument.", fcm("INVALID_ARGUMENT"))).toBe("recipient_gone");
  expect(invalid("Invalid value", violation("message.token"))).toBe("recipient_gone");
  expect(invalid("Invalid value", violation("message.android.ttl"))).toBe("content_rejected");
  expect(invalid("x", violation("message.data"), fcm("INVALID_ARGUMENT"))).toBe("content_rejected");
  expect(invalid("Android message is too big", fcm("INVALID_ARGUMENT"))).toBe("content_rejected");
});

test("quota waits as long as FCM says, a minute when it says nothing", () => {
  const quota = (headers: object) => answer(429, "RESOURCE_EXHAUSTED", "Quota exceeded", [], headers);
  expect(quota({ "retry-after": "17" })).toMatchObject({
    kind: "throttled",
    scope: "account",
    retryAfterMillis: 17_000,
  });
  expect(quota({})).toMatchObject({ kind: "throttled", retryAfterMillis: 60_000 });
});

test("an answer that is not FCM's is judged by its status", () => {
  const html = (status: number) => toFcmOutcome({ status, headers: {}, body: "<html>nope</html>" }, 0).kind;
  expect([html(502), html(404), html(403), html(429), html(413)]).toEqual([
    "transient",
    "auth_or_config",
    "auth_or_config",
    "throttled",
    "content_rejected",
  ]);
  expect(toFcmOutcome({ status: 200, headers: {}, body: "{}" }, 0).kind).toBe("ambiguous");
});
