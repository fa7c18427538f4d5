/**
 * What a code is, of `coupon_codes c` and `coupon_batches b`: the last thing that befell it. Constant text, to be nested in
 * statements.
 */
export const codeStatus = `case when c.is_disabled then 'disabled' when c.uses > 0 then 'used'
  when c.contact_id is not null or (c.seq < b.allocated and c.seq not in (
    select r.seq from returned_codes r where r.workspace_id = b.workspace_id and r.batch_id = b.id)) then 'given'
  else 'unused' end`;
