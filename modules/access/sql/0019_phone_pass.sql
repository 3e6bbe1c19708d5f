-- A member's phone pass: its number is derived from the row's id by a key that only the cloud has, so it is kept nowhere.
alter table access.credentials drop constraint credentials_kind_check;
alter table access.credentials add constraint credentials_kind_check check (kind in ('card', 'fob', 'phone-pass'));
create unique index credentials_one_pass on access.credentials (organisation_id, member_id) where kind = 'phone-pass';

-- Since when it is to open, by the database's clock: handed out, or found again. So one can say which doors know it.
alter table access.credentials add column opens_since timestamptz not null default clock_timestamp();
