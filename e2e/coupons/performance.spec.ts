import type { Demo } from "@/bin/start/demo-file";
import { expectGoodScreen } from "@/e2e/a11y/good-screen";
import { expect, test } from "@/e2e/fixtures/test";
import { cookieNames } from "@/lib/browser/preferences";

const words = {
  en: {
    title: "Coupon performance",
    definition: "What Attributed revenue means",
    orders: "Latest orders",
    heatMap: "When people redeem",
    asTable: "View as table",
    goals: "Goals",
    compute: "Compute now",
    told: "The figures are being computed",
    amount: "₺1,299.90",
    refunded: "₺300 refunded",
  },
  tr: {
    title: "Kupon performansı",
    definition: "İlişkili gelir ne demek",
    orders: "Son siparişler",
    heatMap: "Kodlar ne zaman kullanılıyor",
    asTable: "Tablo olarak göster",
    goals: "Hedefler",
    compute: "Şimdi hesapla",
    told: "Sayılar hesaplanıyor",
    amount: "₺1.299,90",
    refunded: "₺300 iade",
  },
} as const;

async function ask<T>(demo: Demo, path: string, body: object): Promise<T> {
  const answer = await fetch(`${demo.url}/api/v1/${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as T;
}

for (const [locale, word] of Object.entries(words)) {
  test(`orders that a shop tells of are seen with what refunds leave, with definitions one press away, in ${locale}`, async ({
    page,
    demo,
    home,
    signIn,
  }) => {
    const orderId = `journey-${locale}-${Date.now()}`;
    const person = { external_id: `shopper-${locale}`, create_contact: true };
    await ask(demo, "coupons/orders", { ...person, order_id: orderId, total: "1599.90", currency: "TRY" });
    const refund = { order_id: orderId, refund_id: "r-1", amount: "300.00", currency: "TRY" };
    for (let time = 0; time < 2; time += 1)
      await ask(demo, "events", {
        name: "order_refunded",
        external_id: person.external_id,
        properties: refund,
      });

    await signIn("owner");
    await page.context().addCookies([{ name: cookieNames.locale, value: locale, url: demo.url }]);
    await page.goto(`${home}/coupons/performance?range=90d`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(word.title);

    const row = page.getByRole("table", { name: word.orders }).getByRole("row").filter({ hasText: orderId });
    await expect(row).toContainText(word.amount);
    await expect(row).toContainText(word.refunded);

    await page.getByRole("button", { name: word.definition }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: word.goals, exact: true }).click();
    await expect(page).toHaveURL(/group=goal/);
    await page.getByRole("button", { name: word.compute }).click();
    await expect(page.getByText(word.told)).toBeVisible();
    await expectGoodScreen(page, "coupons/performance");
  });
}
