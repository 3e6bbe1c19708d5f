-- Surveys: a mailing of kind `survey` that asks something. What is answered is counted, and never kept with who answered.
create table customers.surveys (
  mailing_id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  kind text not null check (kind in ('satisfaction', 'market')),
  -- In order: [{"nb": {"text": …, "choices": […]}, …}, …]. A question without choices is answered by 1 to 5.
  questions jsonb not null,
  foreign key (organisation_id, mailing_id) references customers.mailings (organisation_id, id) on delete cascade
);
create index on customers.surveys (organisation_id);
alter table customers.surveys enable row level security, force row level security;
create policy tenant on customers.surveys using (organisation_id = kernel.organisation());

-- How many have given an answer, by kind of company and month. It is shown five at a time: what has come since waits
-- until four others have come (docs/decisions/0031).
create table customers.survey_counts (
  mailing_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  question integer not null,
  -- Which choice; -1 where the question is answered by a number.
  choice integer not null,
  customer_kind text not null,
  -- The month's first day, UTC.
  month timestamptz not null,
  shown integer not null,
  shown_sum integer not null,
  waiting integer not null,
  waiting_sum integer not null,
  primary key (mailing_id, question, choice, customer_kind, month),
  foreign key (organisation_id, mailing_id) references customers.mailings (organisation_id, id) on delete cascade
);
create index on customers.survey_counts (organisation_id);
alter table customers.survey_counts enable row level security, force row level security;
create policy tenant on customers.survey_counts using (organisation_id = kernel.organisation());

-- What somebody wrote beside a rating; of whom, nothing says. The id does not rise with time, and the time is the month.
create table customers.survey_comments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  mailing_id uuid not null,
  comment text not null check (comment <> ''),
  shown boolean not null default false,
  month timestamptz not null,
  foreign key (organisation_id, mailing_id) references customers.mailings (organisation_id, id) on delete cascade
);
create index on customers.survey_comments (organisation_id, mailing_id);
create index on customers.survey_comments (month);
alter table customers.survey_comments enable row level security, force row level security;
create policy tenant on customers.survey_comments using (organisation_id = kernel.organisation());

grant select, insert, update, delete on customers.surveys, customers.survey_counts, customers.survey_comments to terskel_app;

-- That it was answered, and not when.
alter table customers.deliveries add column answered boolean not null default false;
create policy by_survey_link on customers.deliveries for select using (
  kernel.activity() = 'customers.surveys' and kernel.organisation() is null
);
