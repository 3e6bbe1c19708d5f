-- The audit trail. The chain is of nobody and stays for good; what was done and by whom stands apart, so that it
-- can go when its time is up or somebody is erased, while the chain is still proved (docs/decisions/0028).
create table kernel.audit_entries (
  id uuid primary key,
  at timestamptz not null,
  -- Of what kernel.audit_contents says, which is salted there.
  digest text not null,
  -- Its place in the chain, and the link to the entry before it: given once, by the job that seals.
  number bigint unique,
  link text,
  check ((number is null) = (link is null)),
  check (number > 0)
);
create index on kernel.audit_entries (id) where number is null;
alter table kernel.audit_entries enable row level security, force row level security;
-- Whatever somebody does, it is written down; read by few.
create policy append on kernel.audit_entries for insert with check (kernel.activity() is not null);
create policy keep on kernel.audit_entries using (kernel.doing('kernel.keep-audit'));
create policy show on kernel.audit_entries for select using (kernel.activity() = 'kernel.read-audit');
grant select, insert, update (number, link) on kernel.audit_entries to terskel_app;

create table kernel.audit_contents (
  id uuid primary key,
  at timestamptz not null,
  -- Whose data or setting it is about; null: an account's, or the installation's.
  organisation_id uuid,
  by_role text not null check (by_role in (
    'person', 'member', 'administrator', 'privacy-officer', 'operator', 'job', 'command')),
  activity text not null,
  action text not null,
  -- What it was about, by name: a door, a group, a request.
  about jsonb not null,
  outcome text not null,
  person_id uuid,
  member_id uuid,
  actor_salt text,
  actor_digest text,
  about_member_id uuid,
  about_salt text,
  about_digest text
);
create index on kernel.audit_contents (at);
create index on kernel.audit_contents (organisation_id, at, id);
create index on kernel.audit_contents (person_id);
create index on kernel.audit_contents (member_id);
create index on kernel.audit_contents (about_member_id);
alter table kernel.audit_contents enable row level security, force row level security;
create policy append on kernel.audit_contents for insert with check (kernel.activity() is not null);
create policy keep on kernel.audit_contents using (kernel.doing('kernel.keep-audit'));
-- An organisation reads what was done to what is its own; the operator also what its staff did, and what belongs
-- to no organisation.
create policy show on kernel.audit_contents for select using (
  (select kernel.activity() = 'kernel.read-audit') and (
    organisation_id = (select kernel.organisation())
    or (organisation_id is null or by_role = 'operator') and (
      select exists (select from kernel.organisations o
                      where o.id = kernel.organisation() and o.kind = 'operator')))
);
grant select, insert, update, delete on kernel.audit_contents to terskel_app;

-- Which contents went before their time, or lost who did it or whom it was about: by an erasure, or with an
-- organisation whose agreement has ended. Of nobody; needed no longer than the contents would have been.
create table kernel.audit_gone (
  id uuid not null,
  part text not null check (part in ('all', 'actor', 'about')),
  -- When what went had been done.
  at timestamptz not null,
  primary key (id, part)
);
create index on kernel.audit_gone (at);
alter table kernel.audit_gone enable row level security, force row level security;
create policy append on kernel.audit_gone for insert with check (
  kernel.activity() in ('kernel.erase', 'kernel.retention'));
create policy keep on kernel.audit_gone using (kernel.doing('kernel.keep-audit'));
-- Retention locks what it deletes, for which PostgreSQL wants the right to update.
grant select, insert, update, delete on kernel.audit_gone to terskel_app;

-- How each verification of the chain ended.
create table kernel.audit_checks (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  entries bigint not null,
  -- The first number that is not proved, and what is wrong with it; null: all is proved.
  broken_number bigint,
  broken_what text,
  check ((broken_number is null) = (broken_what is null))
);
create index on kernel.audit_checks (at);
alter table kernel.audit_checks enable row level security, force row level security;
create policy keep on kernel.audit_checks using (kernel.doing('kernel.keep-audit'));
create policy show on kernel.audit_checks for select using (kernel.activity() = 'kernel.read-audit');
grant select, insert, update, delete on kernel.audit_checks to terskel_app;

-- The tables' owner is held to it too; what it does by turning these off, `npm run audit:verify` finds.
create function kernel.seal_only() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and kernel.activity() = 'kernel.keep-audit'
     and old.number is null and new.number is not null
     and (new.id, new.at, new.digest) = (old.id, old.at, old.digest) then return new; end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger appended before update or delete on kernel.audit_entries
  for each row execute function kernel.seal_only();

create function kernel.forget_audit() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  kept kernel.audit_contents;
begin
  if tg_op = 'DELETE' and kernel.activity() = 'kernel.retention' then
    -- What is past its time needs no reason: three years, as declared (kernel/src/audit/table.ts).
    if old.at > now() - interval '1094 days' then
      insert into kernel.audit_gone (id, part, at) values (old.id, 'all', old.at) on conflict do nothing;
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and kernel.activity() = 'kernel.erase' then
    kept := old;
    if new.actor_salt is null and old.actor_salt is not null then
      kept.person_id := null; kept.member_id := null; kept.actor_salt := null;
      insert into kernel.audit_gone (id, part, at) values (old.id, 'actor', old.at) on conflict do nothing;
    end if;
    if new.about_salt is null and old.about_salt is not null then
      kept.about_member_id := null; kept.about_salt := null;
      insert into kernel.audit_gone (id, part, at) values (old.id, 'about', old.at) on conflict do nothing;
    end if;
    if new is not distinct from kept then return new; end if;
  end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger appended before update or delete on kernel.audit_contents
  for each row execute function kernel.forget_audit();
