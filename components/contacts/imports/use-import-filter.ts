import { parseAsString, useQueryState } from "nuqs";
import { wireId } from "@/lib/contracts/wire/ids";

const job = wireId("job");

/** The import whose people alone are listed, as the address says, and how to list all again. */
export function useImportFilter(): [jobId: string | undefined, clear: () => void] {
  const [text, setText] = useQueryState("import", parseAsString.withOptions({ history: "push" }));
  const parsed = job.safeDecode(text ?? "");
  return [parsed.success ? parsed.data : undefined, () => void setText(null)];
}
