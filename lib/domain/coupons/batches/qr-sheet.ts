import { encode } from "uqr";
import { escapeHtml } from "@/lib/platform/escape-html";

/** A page to print: each code as a QR code with its text. Needs nothing from the network. */
export async function* qrSheet(title: string, codes: AsyncIterable<string>): AsyncGenerator<string> {
  yield `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>
@page{margin:10mm}body{font:11px ui-monospace,monospace;margin:0;color:#000;background:#fff}
h1{font:600 14px system-ui,sans-serif;margin:8px}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(36mm,1fr))}
figure{break-inside:avoid;margin:0;padding:3mm;text-align:center}svg{width:28mm;height:28mm}
figcaption{margin-top:1mm;overflow-wrap:anywhere}</style><h1>${escapeHtml(title)}</h1><main>`;
  for await (const code of codes)
    yield `<figure>${qrSvg(code)}<figcaption>${escapeHtml(code)}</figcaption></figure>`;
  yield "</main>";
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
