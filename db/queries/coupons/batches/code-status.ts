/** What a code `c` is: the last thing that befell it. Constant text, to be nested in statements. */
export const codeStatusWhen = (isAllocated: string): string =>
  `case when c.is_disabled then 'disabled' when c.uses > 0 then 'used'
  when c.contact_id is not null or (${isAllocated}) then 'given' else 'unused' end`;

/** Of `coupon_codes c` and `coupon_batches b`. */
export const codeStatus = codeStatusWhen(`c.seq < b.allocated and c.seq not in (
  select r.seq from returned_codes r where r.workspace_id = b.workspace_id and r.batch_id = b.id)`);
