-- The end of an organisation's agreement (A13, D12): from `agreement_ends_at` on its data is used by nobody,
-- at `data_goes_at` it goes.
alter table kernel.organisations
  -- So many months after the end its data goes, as agreed; at most six (D12).
  add column agreed_months integer not null default 3 check (agreed_months between 0 and 6),
  add check ((agreement_ends_at is null) = (data_goes_at is null)),
  -- It is the operator whose agreements the others have.
  add check (kind <> 'operator' or agreement_ends_at is null),
  -- Months are counted by the calendar of the place: in UTC they may end an hour too early.
  drop constraint organisations_check,
  add constraint data_goes_within_six_months check (
    data_goes_at >= agreement_ends_at
    and data_goes_at <= (agreement_ends_at at time zone 'Europe/Oslo' + interval '6 months') at time zone 'Europe/Oslo');

-- Whose agreement has ended: whoever asks gets the same answer. The activity is taken for a moment and
-- given back; `set` at the function's head would need a superuser.
create function kernel.ended_organisations() returns setof uuid
  language plpgsql stable set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  return query select o.id from kernel.organisations o where o.agreement_ends_at <= now();
  perform set_config('terskel.activity', before, true);
end $$;

-- An agreement that has ended, for the report of what went: no personal data, and it outlives the organisation.
create table kernel.ended_agreements (
  organisation_id uuid primary key,
  name text not null,
  number text not null,
  country text not null,
  kind text not null,
  ended_at timestamptz not null,
  data_goes_at timestamptz not null,
  -- When its administrators were told that the data goes now, and what of it.
  told_at timestamptz,
  -- When everything was gone but what law or a hold keeps.
  gone_at timestamptz
);
create index on kernel.ended_agreements (gone_at);
create index on kernel.ended_agreements (ended_at desc, organisation_id);
alter table kernel.ended_agreements enable row level security, force row level security;
create policy read on kernel.ended_agreements for select using (
  organisation_id = kernel.organisation() or kernel.doing('kernel.administer-organisations')
);
grant select, insert, update, delete on kernel.ended_agreements to terskel_app;

-- A letter that is not about a request has no number.
alter table kernel.letters alter column request_number drop not null;
