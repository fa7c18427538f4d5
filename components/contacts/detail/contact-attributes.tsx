import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/display/card";
import { DescriptionList } from "@/components/ui/display/description-list";

export function ContactAttributes({ attributes }: { attributes: Record<string, unknown> }) {
  const t = useTranslations("contacts");
  const format = useFormatter();
  const show = (value: unknown): string => {
    if (typeof value === "number") return format.number(value);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return typeof value === "string" ? value : JSON.stringify(value);
  };
  const items = Object.entries(attributes).map(([name, value]) => ({
    key: name,
    term: <code className="font-mono text-xs">{name}</code>,
    detail: show(value),
  }));
  return (
    <Card title={t("attributes")}>
      {items.length > 0 ? (
        <DescriptionList items={items} />
      ) : (
        <p className="text-muted-foreground text-sm">{t("noAttributes")}</p>
      )}
    </Card>
  );
}
