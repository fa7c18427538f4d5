import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteHeader } from "@/components/layout/site-header";
import { Badge } from "@/components/ui/display/badge";
import { Card } from "@/components/ui/display/card";
import { CodeBlock } from "@/components/ui/display/code-block";
import { DescriptionList } from "@/components/ui/display/description-list";
import { errorCodes } from "@/lib/platform/errors";
import { statusOfCode } from "@/lib/platform/http/problem";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.errors"))("title") };
}

const example = JSON.stringify(
  {
    type: "/docs/errors#invalid_request",
    title: "Invalid request",
    status: 400,
    detail: "time_zone: An IANA time zone such as Europe/Istanbul",
    instance: "req_0199aa5c3f7e7c1a8a3d5b9c2e4f6a10",
    code: "invalid_request",
    errors: [{ pointer: "time_zone", code: "custom", detail: "An IANA time zone such as Europe/Istanbul" }],
  },
  null,
  2,
);

/** Where the `type` of every problem leads. */
export default async function ErrorsPage() {
  const t = await getTranslations("public.errors");
  return (
    <>
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 pt-4 pb-24">
        <header className="flex flex-col gap-2">
          <h1 className="text-balance font-semibold text-2xl">{t("title")}</h1>
          <p className="text-pretty text-muted-foreground">{t("introduction")}</p>
        </header>
        <CodeBlock code={example} title="application/problem+json" />
        {errorCodes.map((code) => (
          <Card
            key={code}
            id={code}
            className="scroll-mt-4 target:border-brand"
            title={t(`codes.${code}.title`)}
            description={<code className="font-mono">{code}</code>}
            actions={<Badge>{statusOfCode[code]}</Badge>}
          >
            <DescriptionList
              items={[
                { term: t("cause"), detail: t(`codes.${code}.cause`) },
                { term: t("remedy"), detail: t(`codes.${code}.remedy`) },
              ]}
            />
          </Card>
        ))}
      </main>
    </>
  );
}
