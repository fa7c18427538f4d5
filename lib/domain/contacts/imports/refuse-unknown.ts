import { invalidRequest } from "@/lib/platform/errors";

/** Of headings that an option names, each must be one it can speak of. */
export function refuseUnknown(
  headings: readonly string[],
  isKnown: (heading: string) => boolean,
  option: "mapping" | "attribute_types",
): void {
  const unknown = headings.filter((heading) => !isKnown(heading));
  if (unknown.length === 0) return;
  const detail =
    option === "mapping"
      ? "The file has no column with this heading."
      : "No column with this heading fills an attribute.";
  const errors = unknown.map((heading) => ({
    pointer: `${option}.${heading}`,
    code: "unknown_column",
    detail,
  }));
  throw invalidRequest(`The file has no such column "${unknown[0]}".`, errors, { reason: "unknown_column" });
}
