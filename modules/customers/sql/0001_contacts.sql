-- Contact persons at the operator's customers, and what is mailed to them. The tenant is the operator's own organisation.
create schema customers;
grant usage on schema customers to terskel_app;

create table customers.contacts (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  email text not null check (email = lower(email)),
  -- What stands for the address in kernel.suppressions.
  address_key text not null,
  position text check (position <> ''),
  company text not null check (company <> ''),
  customer_kind text not null check (customer_kind in ('housing', 'office', 'shop', 'employer', 'other')),
  language text not null check (language in ('nb', 'sv', 'en')),
  -- Where the data came from (B6).
  source text not null check (source in ('customer', 'activity', 'register', 'bought-list')),
  -- When there was last contact with the customer; the row goes three years after it.
  last_contact_at timestamptz not null,
  created_at timestamptz not null,
  unique (organisation_id, email),
  unique (organisation_id, id, email)
);
create index on customers.contacts (last_contact_at);
create index on customers.contacts (organisation_id, name, id);
create index on customers.contacts (email);
alter table customers.contacts enable row level security, force row level security;
create policy tenant on customers.contacts using (organisation_id = kernel.organisation());

-- What is written once and sent to many.
create table customers.mailings (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  kind text not null check (kind in ('marketing', 'survey')),
  -- By language: {"nb": {"subject": …, "text": …}}.
  texts jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'sending', 'sent')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- How many deliveries were begun; of these were handed over, were not taken, and have been unsubscribed by.
  begun integer not null default 0,
  sent integer not null default 0,
  failed integer not null default 0,
  unsubscribed integer not null default 0,
  check ((state = 'draft') = (confirmed_at is null)),
  check ((state = 'sent') = (ended_at is not null)),
  unique (organisation_id, id)
);
alter table customers.mailings enable row level security, force row level security;
create policy tenant on customers.mailings using (organisation_id = kernel.organisation());

-- One mail to one contact: there before it is handed over, so that nobody gets it twice.
create table customers.deliveries (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  mailing_id uuid not null,
  -- With the address it goes when the contact does. What stands for the address stays, for the link in the mail.
  contact_id uuid,
  email text,
  address_key text not null,
  -- SHA-256 of the token in the mail's link, which is stored nowhere.
  token_hash bytea not null unique,
  state text not null default 'begun' check (state in ('begun', 'sent', 'failed')),
  attempts integer not null default 0,
  at timestamptz not null,
  unsubscribed_at timestamptz,
  unique (mailing_id, contact_id),
  unique (mailing_id, address_key),
  foreign key (organisation_id, mailing_id) references customers.mailings (organisation_id, id) on delete cascade,
  foreign key (organisation_id, contact_id, email) references customers.contacts (organisation_id, id, email)
    on update cascade on delete set null (contact_id, email)
);
create index on customers.deliveries (organisation_id, contact_id);
create index on customers.deliveries (email);
create index on customers.deliveries (at);
alter table customers.deliveries enable row level security, force row level security;
create policy tenant on customers.deliveries using (organisation_id = kernel.organisation());
-- Whose link it is, before anything else is known.
create policy by_link on customers.deliveries for select using (
  kernel.activity() = 'kernel.unsubscribe' and kernel.organisation() is null
);

grant select, insert, update, delete on customers.contacts, customers.mailings, customers.deliveries to terskel_app;

-- Staff see of a contact that they have said no.
create policy contacts on kernel.suppressions for select using (
  kernel.doing('customers.keep-contacts')
);
