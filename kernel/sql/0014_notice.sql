-- The notice that an organisation publishes (GDPR Art. 13, 14): what no declaration knows, namely how it is
-- reached and what it says in its own words. Everything else in the notice is made of declarations.
create table kernel.notice_details (
  organisation_id uuid primary key references kernel.organisations on delete cascade,
  address text check (address <> ''),
  email text check (email = lower(email)),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- Who is asked about personal data: a title, not a name (Art. 13(1)(b)).
  privacy_contact text check (privacy_contact <> ''),
  privacy_email text check (privacy_email = lower(privacy_email)),
  privacy_phone text check (privacy_phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- { about?: {nb, sv, en}, contact?: {nb, sv, en} }: the places that are marked as the organisation's own.
  words jsonb not null default '{}',
  updated_at timestamptz not null default now()
);
alter table kernel.notice_details enable row level security, force row level security;
create policy tenant on kernel.notice_details using (organisation_id = kernel.organisation());

-- Whoever publishes an organisation's notice names the operator too, its processor.
create policy publish on kernel.organisations for select using (
  kind = 'operator' and kernel.doing('kernel.publish-notice')
);
create policy publish on kernel.notice_details for select using (
  kernel.doing('kernel.publish-notice')
  and organisation_id in (select id from kernel.organisations where kind = 'operator')
);
grant select, insert, update, delete on kernel.notice_details to terskel_app;
