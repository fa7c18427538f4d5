-- What people search by: `foldText` of lib/domain/contacts/contact.ts in SQL, so that every list is searched alike.
create function fold_text(value text) returns text language sql immutable strict parallel safe
return btrim(
  regexp_replace(
    lower(regexp_replace(normalize(replace(value, 'ı', 'i'), nfkd),
      '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]', '', 'g') collate "und-x-icu"),
    '[ \t\n\v\f\r\u1680\u2028\u2029\ufeff]{2,}|[\t\n\v\f\r\u1680\u2028\u2029\ufeff]', ' ', 'g'));
--> statement-breakpoint
-- Made by the row itself: whoever writes one half of a name cannot forget, or overwrite, what the other half was.
drop index contacts_name;
--> statement-breakpoint
alter table contacts drop column name_key;
--> statement-breakpoint
alter table contacts add column name_key text not null
  generated always as (fold_text(first_name || ' ' || last_name)) stored;
--> statement-breakpoint
create index contacts_name on contacts (workspace_id, name_key, id);
