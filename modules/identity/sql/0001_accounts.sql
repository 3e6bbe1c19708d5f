-- Accounts: a natural person who signs in. An account belongs to no organisation; what an
-- organisation knows of a person is kernel.memberships.
create schema identity;
grant usage on schema identity to terskel_app;

create table identity.persons (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  date_of_birth date,
  email text check (email = lower(email)),
  email_verified_at timestamptz,
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_verified_at timestamptz,
  language text check (language in ('nb', 'sv', 'en')),
  last_eid_at timestamptz,
  created_at timestamptz not null default now()
);
-- Only an address that has proved itself finds an account.
create unique index on identity.persons (email) where email_verified_at is not null;
create unique index on identity.persons (phone) where phone_verified_at is not null;
alter table identity.persons enable row level security, force row level security;
create policy own on identity.persons using (
  id = kernel.person() or kernel.doing('identity.sign-in')
);
-- An organisation's administrator may know which contact details its people have verified
-- themselves, for those are not the administrator's to change. Reading only.
create policy people on identity.persons for select using (
  kernel.activity() = 'identity.administer-people'
  and exists (select from kernel.memberships m
               where m.person_id = persons.id and m.organisation_id = kernel.organisation())
);

create table identity.pictures (
  person_id uuid primary key references identity.persons on delete cascade,
  image bytea not null check (length(image) <= 1000000),
  version text not null,
  updated_at timestamptz not null default now()
);
alter table identity.pictures enable row level security, force row level security;
create policy own on identity.pictures using (person_id = kernel.person());

-- The eID's own identifier for a person; never a national identity number.
create table identity.eid_logins (
  issuer text not null,
  subject text not null,
  person_id uuid not null references identity.persons on delete cascade,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index on identity.eid_logins (person_id);
alter table identity.eid_logins enable row level security, force row level security;
create policy own on identity.eid_logins using (
  person_id = kernel.person() or kernel.doing('identity.sign-in')
);

create table identity.passkeys (
  id text primary key,
  person_id uuid not null references identity.persons on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on identity.passkeys (person_id);
alter table identity.passkeys enable row level security, force row level security;
create policy own on identity.passkeys using (
  person_id = kernel.person() or kernel.doing('identity.sign-in')
);

create table identity.sessions (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references identity.persons on delete cascade,
  method text not null check (method in ('eid', 'email-code', 'sms-code', 'passkey')),
  ip inet not null,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on identity.sessions (person_id);
create index on identity.sessions (expires_at);
alter table identity.sessions enable row level security, force row level security;
create policy own on identity.sessions using (
  person_id = kernel.person() or kernel.doing('identity.sign-in')
);

-- A sign-in under way: what has to be remembered between leaving for the eID (or asking the
-- passkey) and coming back. person_id: who is signed in already and connects another way.
create table identity.pending_sign_ins (
  id uuid primary key,
  kind text not null check (kind in ('eid', 'passkey', 'new-passkey')),
  person_id uuid references identity.persons on delete cascade,
  nonce text,
  code_verifier text,
  challenge text,
  return_to text,
  expires_at timestamptz not null
);
create index on identity.pending_sign_ins (expires_at);
alter table identity.pending_sign_ins enable row level security, force row level security;
create policy sign_in on identity.pending_sign_ins using (
  person_id = kernel.person() or kernel.doing('identity.sign-in')
);

-- A one-time code under way. The code itself is derived from the id, never stored.
create table identity.codes (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'contact')),
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  -- What was asked for together with the telephone number, when signing in by SMS.
  organisation_number text,
  person_id uuid references identity.persons on delete cascade,
  language text not null check (language in ('nb', 'sv', 'en')),
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on identity.codes (expires_at);
alter table identity.codes enable row level security, force row level security;
create policy sign_in on identity.codes using (
  person_id = kernel.person() or kernel.doing('identity.sign-in')
);

-- Every attempt to sign in (A9). key: keyed hash of what was tried (an address, a session's code),
-- so that attempts on one thing can be counted without keeping it.
create table identity.sign_in_attempts (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  method text not null check (method in ('eid', 'email-code', 'sms-code', 'passkey')),
  outcome text not null check (outcome in ('accepted', 'refused', 'limited')),
  reason text not null,
  ip inet not null,
  key bytea not null,
  person_id uuid references identity.persons on delete cascade
);
create index on identity.sign_in_attempts (key, at);
create index on identity.sign_in_attempts (ip, at);
create index on identity.sign_in_attempts (at, id);
create index on identity.sign_in_attempts (person_id);
alter table identity.sign_in_attempts enable row level security, force row level security;
create policy misuse on identity.sign_in_attempts using (
  person_id = kernel.person() or kernel.doing('identity.sign-in', 'identity.prevent-misuse')
);

grant select, insert, update, delete on all tables in schema identity to terskel_app;
