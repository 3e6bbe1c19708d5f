-- A restriction of the account holds for everything that leads to its person, also by a membership, in every
-- organisation, and for a membership that comes later (Art. 18).

-- The memberships of restricted accounts, whatever organisation the transaction reads in. The activity is
-- taken for a moment and given back: what verifies sees every row, and asks for no restriction itself.
create function kernel.members_of_restricted() returns setof text
  language plpgsql stable set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  return query select m.id::text from kernel.memberships m
    where m.person_id in (
      select w.person_id from kernel.withholdings w where w.person_id is not null and w.activity is null);
  perform set_config('terskel.activity', before, true);
end $$;

create or replace function kernel.withheld(kind text) returns setof text language sql stable parallel safe
  begin atomic
    select key from (
      select case kind when 'member' then w.member_id::text when 'account' then w.person_id::text
             else w.address end as key
        from kernel.withholdings w
       where w.activity = any (kernel.objections())
          or w.activity is null and not kernel.activity() = any (kernel.active_while_restricted())
    ) keys where key is not null
    union all
    -- The usual case is that no account is restricted, and then nothing more is asked.
    select kernel.members_of_restricted()
     where kind = 'member' and kernel.activity() <> 'kernel.verify-erasure'
       and not kernel.activity() = any (kernel.active_while_restricted())
       and exists (
         select from kernel.withholdings w where w.person_id is not null and w.activity is null);
  end;
