-- Addresses whose owner has objected to direct marketing or to profiling, as keyed hashes: they hold everywhere, and
-- also when all else of the person has gone (GDPR Art. 21(3); docs/decisions/0030). The key is not in the database.
create table kernel.suppressions (
  -- HMAC-SHA-256 of the address, in hex.
  address_key text not null check (address_key ~ '^[0-9a-f]{64}$'),
  -- `direct-marketing`, `profiling`, or one activity.
  objection text not null check (objection <> ''),
  -- The operator, who alone markets; null: none is there yet.
  organisation_id uuid references kernel.organisations on delete cascade,
  since timestamptz not null,
  -- Set when the operator markets no more.
  ends_at timestamptz,
  primary key (address_key, objection)
);
create index on kernel.suppressions (organisation_id);
create index on kernel.suppressions (ends_at);
alter table kernel.suppressions enable row level security, force row level security;
-- What may be objected to asks whether it has been; only objecting adds.
create policy ask on kernel.suppressions for select using (
  objection = any (kernel.objections()) or kernel.doing('kernel.answer-rights', 'kernel.unsubscribe')
);
create policy object on kernel.suppressions for insert with check (
  kernel.doing('kernel.answer-rights', 'kernel.unsubscribe')
);
grant select, insert, update, delete on kernel.suppressions to terskel_app;

-- The keys of the addresses that the transaction's activity may not use.
create function kernel.suppressed() returns setof text language sql stable parallel safe
  begin atomic
    select s.address_key from kernel.suppressions s where s.objection = any (kernel.objections());
  end;

-- Whoever unsubscribes by a link in a mail learns from whom it came.
create policy unsubscribe on kernel.organisations for select using (
  kernel.activity() = 'kernel.unsubscribe' and kind = 'operator'
);
