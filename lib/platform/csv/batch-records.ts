import type { CsvRecord } from "./read-csv";

type Limits = { rows: number; bytes: number };

/** Groups records; what came before an error is given before the error is. */
export async function* batchRecords(records: AsyncIterable<CsvRecord>, from: number, limits: Limits) {
  let batch: CsvRecord[] = [];
  let beganAt = from;
  try {
    for await (const record of records) {
      batch.push(record);
      if (batch.length < limits.rows && record.endsAt - beganAt < limits.bytes) continue;
      yield batch;
      batch = [];
      beganAt = record.endsAt;
    }
  } catch (error) {
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
}
