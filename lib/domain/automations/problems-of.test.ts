import { expect, it } from "vitest";
import { define, say } from "@/db/testing/automation-journey";
import { useTestDatabase } from "@/db/testing/database";
import { createScenario } from "@/db/testing/scenario";
import { emptyContent } from "@/lib/domain/content/content";
import { problemsOf } from "./problems-of";

const database = useTestDatabase();

it("many texts that render for ever hold up the others no longer than one, and each is told", async () => {
  const { ctx } = await createScenario(database.sql);
  const body = "{% for i in (1..100000) %}{{ i }}{% endfor %}";
  const contents = ["en", "tr", "de", "fr", "es", "it", "nl", "pl"].map((language) => ({
    ...emptyContent,
    language,
    title: "Hello",
    body,
  }));
  const channels = ["app_push", "web_push", "sms", "email", "whatsapp", "telegram", "in_app"] as const;
  const steps = [1, 2, 3, 4].map(() => say("", { channels: [...channels], contents }));
  const since = performance.now();
  const problems = await problemsOf(ctx, define({ steps }));
  // Each may take a tenth of a second: together they would be more than twenty.
  expect(performance.now() - since).toBeLessThan(10_000);
  const told = problems.filter(({ content }) => content?.code === "render_limit");
  expect(new Set(told.map(({ stepId }) => stepId))).toEqual(new Set(steps.map(({ id }) => id)));
});
