-- The notification document a campaign was made of, without what it says of a person, to be given back as it was.
alter table campaigns add column document jsonb;
