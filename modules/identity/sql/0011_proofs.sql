-- Who holds a session proves again who they are (docs/decisions/0049). When they last did, by passkey or by an eID that asked anew.
alter table identity.sessions add column proven_at timestamptz;

-- A proof under way belongs to the session that asked for it, and goes with it.
alter table identity.pending_sign_ins
  add column session_id uuid references identity.sessions on delete cascade,
  drop constraint pending_sign_ins_kind_check;
alter table identity.pending_sign_ins
  add constraint pending_sign_ins_kind_check
    check (kind in ('eid', 'passkey', 'new-passkey', 'eid-proof', 'passkey-proof')),
  add check ((session_id is not null) = (kind in ('eid-proof', 'passkey-proof')));
create index on identity.pending_sign_ins (session_id);

-- As in 0009, with the time of the proof.
drop function identity.session(bytea, timestamptz, integer);
create function identity.session(token bytea, moment timestamptz, declaration integer)
  returns table (id uuid, person_id uuid, last_seen_at timestamptz, created_at timestamptz, proven_at timestamptz, language text,
                 membership uuid, organisation_id uuid, role text, privacy_officer boolean,
                 kind text, agreement_ends_at timestamptz, signed_at timestamptz)
  language plpgsql stable rows 3 set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select s.id, s.person_id, s.last_seen_at, s.created_at, s.proven_at, p.language,
           m.id, m.organisation_id, m.role, m.privacy_officer, o.kind, o.agreement_ends_at, c.signed_at
      from identity.sessions s
      join identity.persons p on p.id = s.person_id
      left join kernel.memberships m on m.person_id = p.id
      left join kernel.organisations o on o.id = m.organisation_id
      left join kernel.confidentiality c on c.member_id = m.id and c.version = declaration
     where s.token_hash = token and s.expires_at > moment
     order by o.name;
end $$;
