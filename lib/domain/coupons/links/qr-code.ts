import { renderSVG } from "uqr";

/** Black on white whatever the theme, with the margin that readers ask for. */
export const qrCodeOf = (text: string): string =>
  renderSVG(text, { ecc: "M", border: 4, pixelSize: 8, blackColor: "#000", whiteColor: "#fff" });
