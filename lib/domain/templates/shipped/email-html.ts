import type { InterfaceLocale } from "@/lib/domain/users/interface-locale";

type Email = {
  language: InterfaceLocale;
  accent: string;
  heading: string;
  /** HTML. */
  paragraphs: string[];
  button: { label: string; url: string };
  signature: string;
  unsubscribe: string;
};

const font = "font-family:Arial,Helvetica,sans-serif";

const paragraph = (html: string) =>
  `        <p style="margin:0 0 16px;${font};font-size:16px;line-height:24px;color:#1f2937">${html}</p>`;

/** One column on a card: tables and inline styles, because mail programs know little else. */
export function emailHtml({
  language,
  accent,
  heading,
  paragraphs,
  button,
  signature,
  unsubscribe,
}: Email): string {
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <meta name="color-scheme" content="light">
</head>
<body style="margin:0;padding:24px 12px;background:#f3f4f6">
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
    <tr><td align="center">
      <table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%;background:#ffffff;border-radius:12px">
        <tr><td style="height:6px;background:${accent};border-radius:12px 12px 0 0"></td></tr>
        <tr><td style="padding:32px">
        <h1 style="margin:0 0 20px;${font};font-size:24px;line-height:32px;color:#111827">${heading}</h1>
${paragraphs.map(paragraph).join("\n")}
        <p style="margin:24px 0"><a href="${button.url}" style="display:inline-block;padding:12px 24px;background:${accent};border-radius:8px;${font};font-size:16px;font-weight:bold;color:#ffffff;text-decoration:none">${button.label}</a></p>
${paragraph(signature)}
        </td></tr>
      </table>
      <p style="margin:16px 0 0;${font};font-size:12px;line-height:18px;color:#4b5563">{{ workspace.name }} · <a href="{{ unsubscribe_url }}" style="color:#374151">${unsubscribe}</a></p>
    </td></tr>
  </table>
</body>
</html>`;
}
