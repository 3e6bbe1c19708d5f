-- The rule of who may open which door when, once more, as a query: it shares neither code nor time zone rules nor
-- the shape of a list with edge/decision, and is what that is tested against.
-- $1: the house, as the test makes it. $2, $3, $4: the questions' person, door and instant (seconds since 1970).
with doors as materialized (
  select d.* from jsonb_to_recordset($1::jsonb -> 'doors') d (id text, zone text)
), holidays as materialized (
  select h.* from jsonb_to_recordset($1::jsonb -> 'holidays') h (date date, half boolean)
), schedules as materialized (
  select s.* from jsonb_to_recordset($1::jsonb -> 'schedules') s (id text, week jsonb, holidays jsonb, half_days jsonb, exceptions jsonb)
), groups as materialized (
  select g.* from jsonb_to_recordset($1::jsonb -> 'belonging') g (via_id text, member_id text)
), grants as materialized (
  select g.* from jsonb_to_recordset($1::jsonb -> 'grants')
    g (door text, member_id text, via_id text, schedule text, valid_from timestamptz, valid_until timestamptz)
), orders as materialized (
  select o.* from jsonb_to_recordset($1::jsonb -> 'orders') o (door_id text, kind text, until timestamptz)
), held as materialized (
  select distinct g.door, p.person, g.schedule, g.valid_from, g.valid_until
    from grants g cross join jsonb_array_elements_text($1::jsonb -> 'persons') p (person)
   where g.member_id = p.person
      or exists (select from groups b where b.via_id = g.via_id and b.member_id = p.person)
), dates as materialized (
  -- The hours of each day; a day more on either side, as it may be another day there already.
  select s.id as schedule, day::date as date,
         coalesce(e.own ->> 'hours',
                  case when h.half then s.half_days #>> '{}' when not h.half then s.holidays #>> '{}' end,
                  s.week ->> (extract(isodow from day)::integer - 1))::jsonb as hours
    from schedules s
   cross join generate_series(date '2024-12-30', date '2028-01-02', interval '1 day') day
    left join holidays h on h.date = day::date
    left join lateral (
      select own from jsonb_array_elements(s.exceptions) own
       where day::date between (own ->> 'firstDay')::date and (own ->> 'lastDay')::date) e on true
), open as materialized (
  -- Minutes of the day, from the first until just before the second.
  select d.schedule, d.date,
         range_agg(int4range(extract(epoch from (h ->> 0)::interval)::integer / 60,
                             extract(epoch from (h ->> 1)::interval)::integer / 60)) as minutes
    from dates d cross join jsonb_array_elements(d.hours) h
   group by d.schedule, d.date
), asked as materialized (
  select q.n, q.person, q.door, to_timestamp(q.at) as at,
         (to_timestamp(q.at) at time zone d.zone)::date as date,
         floor(extract(epoch from (to_timestamp(q.at) at time zone d.zone)::time) / 60)::integer as minute
    from unnest($2::text[], $3::text[], $4::float8[]) with ordinality q (person, door, at, n)
    join doors d on d.id = q.door
), said as (
  select a.n,
         case when a.at < h.valid_from then 'not-yet-valid'
              when a.at >= h.valid_until then 'expired'
              when h.schedule is null then 'granted'
              when o.minutes @> a.minute then 'granted'
              else 'outside-schedule' end as reason
    from asked a
    join held h on h.door = a.door and h.person = a.person
    left join open o on o.schedule = h.schedule and o.date = a.date
)
select a.n::integer - 1 as question,
       case when exists (select from orders o
                          where o.door_id = a.door and o.kind = 'lockdown' and a.at < o.until) then 'lockdown'
            when bool_or(s.reason = 'granted') then 'granted'
            when bool_or(s.reason = 'outside-schedule') then 'outside-schedule'
            when bool_or(s.reason = 'not-yet-valid') then 'not-yet-valid'
            when bool_or(s.reason = 'expired') then 'expired'
            else 'no-grant' end as reason
  from asked a left join said s on s.n = a.n
 group by a.n, a.door, a.at order by a.n
