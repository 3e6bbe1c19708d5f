-- What devices said yes and no to: appended to, never changed (GDPR Art. 7(1)).
create table kernel.consents (
  id uuid primary key default uuidv7(),
  device uuid not null,
  activity text not null,
  given boolean not null,
  -- As it was read, in that language.
  wording text not null check (wording <> ''),
  version text not null,
  language text not null check (language in ('nb', 'sv', 'en')),
  how text not null check (how in ('banner', 'page', 'foot', 'signal')),
  at timestamptz not null default now()
);
create index on kernel.consents (device, id);
create index on kernel.consents (at);
alter table kernel.consents enable row level security, force row level security;
create policy keep on kernel.consents using (kernel.doing('kernel.keep-consents'));
-- Retention locks what it deletes, for which PostgreSQL wants the right to update; the trigger allows none.
grant select, insert, update, delete on kernel.consents to terskel_app;

create function kernel.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' and kernel.activity() = 'kernel.retention' then return old; end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger appended before update or delete on kernel.consents
  for each row execute function kernel.refuse_change();

-- How often pages are opened, by those who allow it to be counted.
create table kernel.page_views (
  -- When the day began, in UTC.
  day timestamptz not null,
  page text not null,
  language text not null check (language in ('nb', 'sv', 'en')),
  screen text not null check (screen in ('narrow', 'wide')),
  views bigint not null,
  -- Those that were a device's first that day.
  visits bigint not null,
  primary key (day, page, language, screen)
);
alter table kernel.page_views enable row level security, force row level security;
create policy measure on kernel.page_views using (kernel.doing('kernel.measure-use'));
grant select, insert, update, delete on kernel.page_views to terskel_app;
