create function support.is_assigned(member uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from support.assignments a where a.member_id = member); end $$;
create function support.is_readable(message uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from support.messages m where m.id = message); end $$;
alter policy support on kernel.memberships using (
  kernel.activity() = 'support.tell' and support.is_assigned(id));
alter policy own on support.authors using (
  kernel.activity() = 'support.ask' and organisation_id = kernel.organisation() and support.is_readable(message_id));
