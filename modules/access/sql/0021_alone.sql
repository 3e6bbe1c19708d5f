-- For how many hours a door goes on deciding by its list once its controller does not hear from the cloud; null: for as long
-- as it takes (docs/decisions/0042). A month for the doors there are, and for a new one.
alter table access.doors add column alone_hours integer default 720 check (alone_hours between 1 and 720);
-- When its controller was last told that its list is the newest.
alter table access.controllers add column confirmed_at timestamptz;
