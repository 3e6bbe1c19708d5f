-- By how many seconds the controller's clock was ahead of ours when it last said hello; behind: negative.
alter table access.controllers add column clock_ahead_seconds integer;
