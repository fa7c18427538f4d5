import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { call } from "@/lib/platform/testing/call";
import { POST as duplicate } from "./[campaign_id]/duplicate/route";
import { POST as createCampaign } from "./route";

const database = useTestDatabase();
let mine: Scenario;
beforeAll(async () => {
  mine = await createScenario(database.sql);
});

it("an end beyond all calendars is refused when it is said, not when the campaign starts", async () => {
  const timing = { expires_at: "9999-12-31T23:59:59-14:00" };
  const body = { name: "Endless", channel_type: "sms", timing };
  expect(await call(createCampaign, mine.apiKey, { body })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: "timing.expires_at" }] },
  });
});

it("a copy goes out now: it keeps the pace and the hours, and no time that belonged to the original", async () => {
  const timing = {
    clock: "recipient",
    sending_window: "any",
    throttle_per_minute: 60,
    expires_at: "2031-05-02T09:00:00Z",
  };
  const body = { name: "Spring", channel_type: "sms", scheduled_at: "2031-05-01T09:00:00Z", timing };
  const original = await call(createCampaign, mine.apiKey, { body });
  const copy = await call(duplicate, mine.apiKey, {
    params: { campaign_id: String(original.body.id) },
    body: {},
  });
  expect(copy.body).toMatchObject({
    schedule_type: "send_now",
    timing: { clock: "workspace", expires_at: null, sending_window: "any", throttle_per_minute: 60 },
  });
});
