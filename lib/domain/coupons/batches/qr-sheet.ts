import { encode } from "uqr";
import { escapeHtml } from "@/lib/platform/escape-html";

/** A page to print and cut along its lines: each code as a QR code with its text. Needs nothing from the network. */
export async function* qrSheet(title: string, codes: AsyncIterable<string>): AsyncGenerator<string> {
  yield `<!doctype html><html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>
@page{margin:10mm;@bottom-right{content:counter(page) " / " counter(pages);font:8px ui-monospace,monospace}}
:root{color-scheme:only light}body{font:11px ui-monospace,monospace;margin:0;color:#000;background:#fff}
h1{font:600 12px system-ui,sans-serif;margin:0;padding:2mm;overflow-wrap:anywhere}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(36mm,1fr))}
figure{break-inside:avoid;margin:0 -.1mm -.1mm 0;padding:1.5mm;text-align:center;border:.1mm solid #bbb}
svg{width:28mm;height:28mm;vertical-align:top}figcaption{overflow-wrap:anywhere}</style><h1>${escapeHtml(title)}</h1><main>`;
  for await (const code of codes)
    yield `<figure>${qrSvg(code)}<figcaption>${escapeHtml(code)}</figcaption></figure>`;
  yield "</main></html>";
}

/** Black runs of each row as one path. */
function qrSvg(text: string): string {
  const { data, size } = encode(text, { border: 2 });
  let path = "";
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; ) {
      const from = x;
      while (row[x]) x += 1;
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
      else x += 1;
    }
  }
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="QR"><path d="${path}"/></svg>`;
}
