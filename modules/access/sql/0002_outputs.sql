-- Which lock output of its controller a door is wired to. A controller gets to know its doors by the
-- access list, and has to be told where each is.
alter table access.doors add column output integer check (output between 1 and 999);

-- The migration may be run by an owner whom row-level security binds too.
select set_config('terskel.activity', 'access.run-controllers', true);
update access.doors d set output = wired.output
  from (select id, row_number() over (partition by controller_id order by name, id) as output
          from access.doors where controller_id is not null) wired
 where wired.id = d.id;

alter table access.doors
  add check (controller_id is null or output is not null),
  add unique (controller_id, output);
