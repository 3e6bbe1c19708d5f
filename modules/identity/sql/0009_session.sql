-- The session in force of a token, with its person's memberships: each request asks for it, and planning its
-- five tables took longer than reading them. Here it is planned once for a connection.
create function identity.session(token bytea, moment timestamptz, declaration integer)
  returns table (id uuid, person_id uuid, last_seen_at timestamptz, created_at timestamptz, language text,
                 membership uuid, organisation_id uuid, role text, privacy_officer boolean,
                 kind text, agreement_ends_at timestamptz, signed_at timestamptz)
  language plpgsql stable rows 3 set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select s.id, s.person_id, s.last_seen_at, s.created_at, p.language,
           m.id, m.organisation_id, m.role, m.privacy_officer, o.kind, o.agreement_ends_at, c.signed_at
      from identity.sessions s
      join identity.persons p on p.id = s.person_id
      left join kernel.memberships m on m.person_id = p.id
      left join kernel.organisations o on o.id = m.organisation_id
      left join kernel.confidentiality c on c.member_id = m.id and c.version = declaration
     where s.token_hash = token and s.expires_at > moment
     order by o.name;
end $$;
