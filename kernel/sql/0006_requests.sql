-- What a person asks for by data-protection law, what became of it, and the trail of it.
create table kernel.requests (
  id uuid primary key default uuidv7(),
  -- What letters and the trail call it by.
  number bigint not null generated always as identity (start with 1001) unique,
  -- The controller, who decides.
  organisation_id uuid not null references kernel.organisations on delete cascade,
  -- An employer passes it on to the operator, who carries it out (D13).
  forwarded_to uuid references kernel.organisations on delete set null,
  forwarded_at timestamptz,
  kind text not null check (kind in (
    'access', 'rectification', 'erasure', 'restriction', 'objection', 'portability', 'withdrawal')),
  member_id uuid,
  person_id uuid,
  address text check (address = lower(address)),
  made text not null check (made in ('signed-in', 'address', 'staff')),
  -- How it was made sure that it is the person (Art. 12(6), A14).
  identity_check text not null check (identity_check in (
    'session', 'verified-address', 'document', 'known-in-person', 'called-back')),
  proof_wanted text,
  proof_asked_at timestamptz,
  language text not null check (language in ('nb', 'sv', 'en')),
  -- What is objected to: an activity, or `direct-marketing` or `profiling` wherever they happen.
  activity text,
  wish jsonb,
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  extension_reason text,
  -- The last reminder that the privacy desk got.
  reminded text,
  state text not null default 'received' check (state in ('received', 'answered', 'cancelled')),
  decision text check (decision in ('granted', 'partly', 'refused')),
  reason_code text,
  reason text,
  answered_at timestamptz,
  file_until timestamptz,
  -- A restriction ends at lifts_at, of which the person is told before (Art. 18(3)).
  lifts_at timestamptz,
  lifted_at timestamptz,
  check ((state = 'received') = (answered_at is null)),
  check ((state = 'answered') = (decision is not null)),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id)
    on delete set null (member_id)
);
create index on kernel.requests (organisation_id, state, due_at);
create index on kernel.requests (forwarded_to);
create index on kernel.requests (member_id);
create index on kernel.requests (person_id);
create index on kernel.requests (address);
create index on kernel.requests (answered_at);
create index on kernel.requests (due_at) where state = 'received';
-- One of a kind at a time.
create unique index on kernel.requests (organisation_id, kind, activity, member_id) nulls not distinct
  where state = 'received' and member_id is not null;
create unique index on kernel.requests (organisation_id, kind, activity, person_id) nulls not distinct
  where state = 'received' and member_id is null and person_id is not null;
create unique index on kernel.requests (organisation_id, kind, activity, address) nulls not distinct
  where state = 'received' and member_id is null and person_id is null;
alter table kernel.requests enable row level security, force row level security;
-- The desk of the organisation and of whom it was passed on to; the clock, for which it is nobody's
-- desk in particular, sees all. The person sees their own by kernel_rights.
create policy desk on kernel.requests using (
  kernel.doing('kernel.run-privacy-desk') and (
    organisation_id = kernel.organisation() or forwarded_to = kernel.organisation()
    or kernel.organisation() is null)
);

-- The desk reads who it is, who passed a request on to it, and to whom it can pass one on.
create policy desk on kernel.organisations for select using (
  kernel.doing('kernel.run-privacy-desk') and (
    kind = 'operator' or kernel.organisation() is null
    or exists (select from kernel.requests r where r.organisation_id = organisations.id))
);

-- What was done about a request, by which role. No personal data, and it outlives the data: after an
-- erasure it still says that there was one.
create table kernel.request_trail (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  organisation_id uuid not null,
  request_number bigint not null,
  kind text not null,
  step text not null,
  by_role text not null check (by_role in ('person', 'privacy-officer', 'operator', 'system')),
  rows bigint
);
create index on kernel.request_trail (request_number, id);
create index on kernel.request_trail (at);
create function kernel.keep_trail() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at <= now() - interval '87600 hours' then return old; end if;
  raise exception 'The trail of requests is never changed.' using errcode = 'integrity_constraint_violation';
end $$;
create trigger keep_trail before update or delete on kernel.request_trail
  for each row execute function kernel.keep_trail();
alter table kernel.request_trail enable row level security, force row level security;
create policy add on kernel.request_trail for insert with check (
  kernel.doing('kernel.answer-rights', 'kernel.run-privacy-desk')
);
create policy read on kernel.request_trail for select using (
  kernel.doing('kernel.answer-rights', 'kernel.run-privacy-desk') and (
    organisation_id = kernel.organisation()
    or exists (select from kernel.requests r where r.number = request_number))
);

-- The answer to somebody who was erased meanwhile, sealed until it is handed over.
create table kernel.letters (
  id uuid primary key default uuidv7(),
  request_number bigint not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index on kernel.letters (expires_at);
alter table kernel.letters enable row level security, force row level security;
create policy send on kernel.letters using (kernel.doing('kernel.answer-rights'));

grant select, insert, update, delete on kernel.requests, kernel.request_trail, kernel.letters
  to terskel_app;

-- Under which names the transaction's activity can have been objected to; derived from what is declared.
create function kernel.objections() returns text[]
  language sql stable parallel safe return array[kernel.activity()];
create or replace function kernel.withheld(kind text) returns setof text language sql stable parallel safe
  begin atomic
    select key from (
      select case kind when 'member' then w.member_id::text when 'account' then w.person_id::text
             else w.address end as key
        from kernel.withholdings w
       where w.activity = any (kernel.objections())
          or w.activity is null and not kernel.activity() = any (kernel.active_while_restricted())
    ) keys where key is not null;
  end;
