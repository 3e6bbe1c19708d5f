-- What does not differ from row to row is asked once a query: each partition's scan sets up what is asked of its rows
-- anew, and a person's page goes through hundreds of partitions.
alter policy read_own on access.passages using (
  organisation_id = (select kernel.organisation())
  and holder_id = any (array(select h.id from access.log_holders h where h.member_id = kernel.member()))
);
alter policy read_door on access.passages using (
  organisation_id = (select kernel.organisation())
  and (select kernel.activity()) = 'access.read-door-log'
  and door_id = any (array(select a.door_id from access.administered(kernel.member()) a))
);
alter policy record on access.passages using (
  (select kernel.doing('access.run-controllers'))
  or organisation_id = (select kernel.organisation()) and (select kernel.activity()) = 'access.open-doors'
     and holder_id = any (array(select h.id from access.log_holders h where h.member_id = kernel.member()))
);
alter policy interval_in_force on access.passages using (
  not door_id = any (array(select c.door_id from access.log_changes c
                            where kernel.activity() is distinct from 'kernel.retention'))
  or at > access.log_start(door_id)
);
