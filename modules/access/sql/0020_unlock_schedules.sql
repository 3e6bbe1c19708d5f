-- By which schedule a door stands unlocked, whether it waits for the first person in each stretch of its hours, and until when the
-- schedule is put aside: then it is kept locked.
alter table access.doors
  add column unlock_schedule_id uuid,
  add column unlock_first_person boolean not null default false,
  add column kept_locked_until timestamptz,
  add foreign key (organisation_id, unlock_schedule_id) references access.schedules (organisation_id, id),
  add constraint unlock_has_schedule check (
    unlock_schedule_id is not null or not unlock_first_person and kept_locked_until is null
  );
create index on access.doors (unlock_schedule_id);
