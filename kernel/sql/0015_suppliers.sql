-- Suppliers (sub-processors, GDPR Art. 28(2) and (4)): who gets data for which purpose, where, and under
-- which agreement (A12, C11).

-- The countries of the EEA; api/eea.ts has the same list with its source, and a test compares them.
create function kernel.eea() returns text[] language sql immutable parallel safe
  return array['AT','BE','BG','HR','CY','CZ','DE','DK','EE','ES','FI','FR','GR','HU','IE','IS','IT','LI','LT',
    'LU','LV','MT','NL','NO','PL','PT','RO','SE','SI','SK'];

-- In which country data may be stored: one, chosen by whoever runs the installation (TERSKEL_STORAGE_COUNTRY).
create table kernel.storage_region (
  id boolean primary key default true check (id),
  country text not null unique check (country = any (kernel.eea()))
);
insert into kernel.storage_region (country) values ('NO');

create table kernel.suppliers (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  number text not null check (number <> ''),
  -- Outside the EEA there is none.
  country text not null constraint within_the_eea check (country = any (kernel.eea())),
  recipient text not null check (
    recipient in ('e-mail provider', 'SMS provider', 'storage provider', 'server provider')),
  labels text[] not null check (cardinality(labels) > 0),
  -- The server that takes what is passed on: only to it goes anything under this supplier's agreement.
  host text check (host = lower(host) and host <> ''),
  -- Whoever stores, stores in the chosen country; the country cannot be changed while one stores elsewhere.
  stored_in text generated always as (case when recipient = 'storage provider' then country end) stored
    constraint within_the_region references kernel.storage_region (country),
  created_at timestamptz not null default now(),
  unique (recipient, country, number),
  unique (recipient, host),
  check ((host is not null) = (recipient in ('e-mail provider', 'SMS provider')))
);
create index on kernel.suppliers (name, id);

create table kernel.supplier_agreements (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null references kernel.suppliers on delete cascade,
  -- In force from the one until just before the other: midnights where the operator is.
  begins_at timestamptz not null,
  ends_at timestamptz check (ends_at > begins_at),
  document_name text check (document_name <> ''),
  document bytea,
  -- For so many days before the end the operator has been warned.
  warned integer,
  created_at timestamptz not null default now(),
  check ((document is null) = (document_name is null))
);
create index on kernel.supplier_agreements (supplier_id, begins_at);
create index on kernel.supplier_agreements (ends_at);

-- How an organisation agreed to be asked (Art. 28(2)): it may object to a new supplier, or has to approve it.
alter table kernel.organisations add column supplier_authorisation text not null default 'general'
  check (supplier_authorisation in ('general', 'specific'));

create table kernel.supplier_approvals (
  supplier_id uuid not null references kernel.suppliers on delete cascade,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  -- `named`: the organisation's own agreement names the supplier.
  state text not null check (state in ('named', 'asked', 'approved', 'objected')),
  asked_at timestamptz not null default now(),
  -- Whoever may object has time until then; before it nothing is passed on unasked.
  objects_by timestamptz not null,
  answered_at timestamptz,
  reason text,
  primary key (supplier_id, organisation_id)
);
create index on kernel.supplier_approvals (organisation_id);

do $$ declare name text; begin
  foreach name in array array['storage_region', 'suppliers', 'supplier_agreements'] loop
    execute format('alter table kernel.%I enable row level security, force row level security', name);
    -- Who the suppliers are is public: every notice says it.
    execute format('create policy read on kernel.%I for select using (kernel.activity() is not null)', name);
    execute format('create policy administer on kernel.%I using (
      kernel.doing(''kernel.administer-suppliers'', ''kernel.set-up''))', name);
  end loop;
end $$;
alter table kernel.supplier_approvals enable row level security, force row level security;
create policy tenant on kernel.supplier_approvals using (
  organisation_id = kernel.organisation() or kernel.doing('kernel.administer-suppliers', 'kernel.set-up')
);
create policy suppliers on kernel.organisations using (kernel.doing('kernel.administer-suppliers'));

grant select, insert, update, delete on kernel.storage_region, kernel.suppliers, kernel.supplier_agreements,
  kernel.supplier_approvals to terskel_app;
