-- A door may ask whoever opens it from the portal to prove again who they are (docs/decisions/0049).
alter table access.doors add column step_up boolean not null default false;
