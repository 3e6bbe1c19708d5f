-- When a passage of the controller last came with a time that cannot be. Then it was stored by the time received, and not by the
-- time that it says when it comes again.
alter table access.controllers add column clock_astray_at timestamptz;
