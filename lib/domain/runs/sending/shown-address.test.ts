import { beforeAll, expect, it } from "vitest";
import { listWindow } from "@/db/queries/runs/delivery-window";
import { useTestDatabase } from "@/db/testing/database";
import { openTestRun } from "@/db/testing/open-run";
import { createScenario, type Scenario } from "@/db/testing/scenario";
import { getContact } from "@/lib/domain/contacts/get-contact";
import type { SubscriptionInput } from "@/lib/domain/contacts/saving/prepare-contact";
import { updateContact } from "@/lib/domain/contacts/update-contact";
import { findPreviewPerson } from "@/lib/domain/content/preview-person";
import { createSandboxProviders } from "@/lib/domain/providers/create-sandbox-providers";

const database = useTestDatabase();
let mine: Scenario;
beforeAll(async () => {
  mine = await createScenario(database.sql);
  await mine.ctx.transaction(createSandboxProviders);
});

const bounced = "bounced@example.com";
const works = "works@example.com";
const sms = (address: string): SubscriptionInput => ({ channel: "sms", address });
const email = (address: string): SubscriptionInput => ({ channel: "email", address });

it.each<[string, SubscriptionInput[], { email: string | null; phone: string | null }]>([
  [
    "no phone but a WhatsApp number",
    [{ channel: "whatsapp", address: "+905321112271" }],
    { email: null, phone: null },
  ],
  ["two numbers", [sms("+905321112272"), sms("+905321112273")], { email: null, phone: "+905321112272" }],
  [
    "an address that works behind one that does not",
    [email(bounced), email(works)],
    { email: works, phone: null },
  ],
  ["only an address that does not work", [email(bounced)], { email: bounced, phone: null }],
])(
  "whoever has %s is called in messages and previews what their page shows",
  async (_, subscriptions, shown) => {
    const runId = await openTestRun(mine, "app_push", [`device ${JSON.stringify(subscriptions)}`]);
    const [recipient] = await mine.scope.sql<{ contactId: string }>`
    select contact_id from notifications where workspace_id = ${mine.workspaceId} and run_id = ${runId}`;
    const contactId = recipient?.contactId ?? "";
    await updateContact(mine.ctx, { contactId, subscriptions });
    await mine.scope.sql`
    update subscriptions set status = 'gone' where workspace_id = ${mine.workspaceId} and address = ${bounced}`;
    expect(await getContact(mine.ctx, { contactId })).toMatchObject(shown);
    const preview = await findPreviewPerson(mine.ctx, { contactId });
    expect(preview.variables).toMatchObject({ email: shown.email ?? "", phone: shown.phone ?? "" });
    const window = { runId, channel: "app_push", category: "transactional", limit: 1 } as const;
    const people = await listWindow(mine.scope, {
      ...window,
      after: "00000000-0000-0000-0000-000000000000",
      upTo: contactId,
      onlyOpen: false,
      withAddresses: true,
      withZones: false,
      wave: 0,
    });
    expect(people).toMatchObject([{ contactId, ...shown }]);
  },
);
