-- Whose habits have changed lately is found without reading the others.
create index engagements_last on engagements (last_at) where not is_automated;
