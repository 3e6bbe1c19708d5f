-- What a person took over from another installation by their own choice: where what stands here came
-- from, and why a file that comes a second time changes nothing.
create table identity.handovers (
  person_id uuid not null references identity.persons on delete cascade,
  file_id uuid not null,
  installation text not null,
  sections text[] not null,
  taken_at timestamptz not null,
  primary key (person_id, file_id)
);
alter table identity.handovers enable row level security, force row level security;
create policy own on identity.handovers using (person_id = kernel.person());
grant select, insert, update, delete on identity.handovers to terskel_app;
