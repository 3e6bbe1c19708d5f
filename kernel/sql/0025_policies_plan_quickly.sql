-- What a policy looks for in other tables it asks by a function: a query in a policy is planned together with the
-- policies of what it reads, and with those of what these read, for each query, also where it is never asked.
-- In plpgsql, as the planner opens a function in SQL to see whether it can be put in place of its call.

-- Keys as one array: a condition on a table's rows asks for them once, in one step.
create function kernel.subjects_ids(kind text) returns uuid[] language plpgsql stable parallel safe
  as $$ begin return array(select k::uuid from kernel.subjects(kind) k); end $$;
create function kernel.withheld_ids(kind text) returns uuid[] language plpgsql stable parallel unsafe
  as $$ begin return array(select k::uuid from kernel.withheld(kind) k); end $$;
create function kernel.restricted_ids(kind text) returns uuid[] language plpgsql stable parallel unsafe
  as $$ begin return array(select k::uuid from kernel.restricted(kind) k); end $$;

-- Each of these sees what the transaction's own activity sees.
create function kernel.belongs(person uuid, organisation uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from kernel.memberships m where m.person_id = person and m.organisation_id = organisation);
end $$;
create function kernel.is_own(member uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from kernel.memberships m where m.id = member and m.person_id = kernel.person());
end $$;
create function kernel.is_asked(organisation uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from kernel.requests r where r.organisation_id = organisation); end $$;
create function kernel.sees_request(request bigint) returns boolean language plpgsql stable
  as $$ begin return exists (select from kernel.requests r where r.number = request); end $$;
create function kernel.is_advised(organisation uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from kernel.advisers a where a.organisation_id = organisation); end $$;
create function kernel.is_operator(organisation uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from kernel.organisations o where o.id = organisation and o.kind = 'operator');
end $$;

alter policy read_own on kernel.organisations using (
  kernel.activity() = 'identity.account' and kernel.belongs(kernel.person(), id));
alter policy desk on kernel.organisations using (
  kernel.doing('kernel.run-privacy-desk') and (
    kind = 'operator' or kernel.organisation() is null or kernel.is_asked(id)));
alter policy advised on kernel.organisations using (
  kernel.doing('kernel.advise') and kernel.is_advised(id));
alter policy read on kernel.confidentiality using (
  organisation_id = kernel.organisation() or kernel.doing('identity.sign-in', 'kernel.set-up')
  or kernel.is_own(member_id));
alter policy read on kernel.request_trail using (
  kernel.doing('kernel.answer-rights', 'kernel.run-privacy-desk') and (
    organisation_id = kernel.organisation() or kernel.sees_request(request_number)));
alter policy publish on kernel.notice_details using (
  kernel.doing('kernel.publish-notice') and kernel.is_operator(organisation_id));
alter policy show on kernel.audit_contents using (
  (select kernel.activity() = 'kernel.read-audit') and (
    organisation_id = (select kernel.organisation())
    or (organisation_id is null or by_role = 'operator') and (select kernel.is_operator(kernel.organisation()))));
