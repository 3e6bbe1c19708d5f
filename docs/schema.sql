-- The schema that the migrations make. Renewed by `npm run generate`.

-- tables

access.contact_lookups  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    member_id uuid not null
    expires_at timestamp with time zone not null
    -- row-level security forced
access.controllers  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    site_id uuid not null
    name text not null
    token_generation integer not null default 1
    list_revision integer not null default 0
    list_hash bytea
    list_reported integer not null default 0
    online boolean not null default false
    last_seen_at timestamp with time zone
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.credentials  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    member_id uuid not null
    kind text not null
    number_hash bytea not null
    label text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.doors  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    site_id uuid not null
    controller_id uuid
    name text not null
    open_seconds integer not null default 5
    lock text not null default 'unknown'::text
    lock_at timestamp with time zone
    created_at timestamp with time zone not null default now()
    output integer
    log_days integer not null default 90
    -- row-level security forced
access.grants  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    door_id uuid not null
    member_id uuid
    group_id uuid
    role text not null
    valid_from timestamp with time zone
    valid_until timestamp with time zone
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.group_members  
    organisation_id uuid not null
    group_id uuid not null
    member_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.groups  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.invitations  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    door_id uuid not null
    invited_by uuid not null
    email text not null
    language text not null
    role text not null
    valid_from timestamp with time zone
    valid_until timestamp with time zone
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    -- row-level security forced
access.log_changes  
    door_id uuid not null
    organisation_id uuid not null
    days_before integer[] not null
    gone_until timestamp with time zone not null
    changed_at timestamp with time zone not null default now()
    -- row-level security forced
access.log_holders  
    id uuid not null default gen_random_uuid()
    organisation_id uuid not null
    member_id uuid not null
    -- row-level security forced
access.passages  
    id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    holder_id uuid
    at timestamp with time zone not null
    received_at timestamp with time zone not null default now()
    credential text not null
    outcome text not null
    reason text not null
    expires_at timestamp with time zone not null
    lost_since timestamp with time zone
    lost_opened integer
    lost_refused integer
    -- row-level security forced
access.residents  
    organisation_id uuid not null
    unit_id uuid not null
    member_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.units  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    site_id uuid not null
    group_id uuid
    name text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
identity.codes  
    id uuid not null
    purpose text not null
    channel text not null
    address text not null
    organisation_number text
    person_id uuid
    language text not null
    attempts integer not null default 0
    created_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    -- row-level security forced
identity.eid_logins  
    issuer text not null
    subject text not null
    person_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
identity.handovers  
    person_id uuid not null
    file_id uuid not null
    installation text not null
    sections text[] not null
    taken_at timestamp with time zone not null
    -- row-level security forced
identity.passkeys  
    id text not null
    person_id uuid not null
    name text not null
    public_key bytea not null
    counter bigint not null
    transports text[] not null default '{}'::text[]
    created_at timestamp with time zone not null default now()
    last_used_at timestamp with time zone
    -- row-level security forced
identity.pending_sign_ins  
    id uuid not null
    kind text not null
    person_id uuid
    nonce text
    code_verifier text
    challenge text
    expires_at timestamp with time zone not null
    -- row-level security forced
identity.persons  
    id uuid not null default uuidv7()
    name text not null
    date_of_birth date
    email text
    email_verified_at timestamp with time zone
    phone text
    phone_verified_at timestamp with time zone
    language text
    last_eid_at timestamp with time zone
    created_at timestamp with time zone not null default now()
    -- row-level security forced
identity.pictures  
    person_id uuid not null
    image bytea not null
    version text not null
    updated_at timestamp with time zone not null default now()
    -- row-level security forced
identity.sessions  
    id uuid not null default uuidv7()
    token_hash bytea not null
    person_id uuid not null
    method text not null
    ip inet not null
    created_at timestamp with time zone not null default now()
    last_seen_at timestamp with time zone not null default now()
    expires_at timestamp with time zone not null
    browser text
    system text
    -- row-level security forced
identity.sign_in_attempts  
    id uuid not null default uuidv7()
    at timestamp with time zone not null default now()
    method text not null
    outcome text not null
    reason text not null
    ip inet not null
    key bytea not null
    person_id uuid
    -- row-level security forced
kernel.ended_agreements  
    organisation_id uuid not null
    name text not null
    number text not null
    country text not null
    kind text not null
    ended_at timestamp with time zone not null
    data_goes_at timestamp with time zone not null
    told_at timestamp with time zone
    gone_at timestamp with time zone
    -- row-level security forced
kernel.holds  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    member_id uuid
    table_name text
    reason text not null
    placed_by uuid
    placed_at timestamp with time zone not null default now()
    until timestamp with time zone not null
    -- row-level security forced
kernel.letters  
    id uuid not null default uuidv7()
    request_number bigint
    sealed bytea not null
    expires_at timestamp with time zone not null
    -- row-level security forced
kernel.locked_rows  
    table_name text not null
    row_id uuid not null
    organisation_id uuid not null
    law text not null
    until timestamp with time zone not null
    -- row-level security forced
kernel.memberships  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    person_id uuid
    name text not null
    email text
    phone text
    role text not null default 'member'::text
    source text not null
    created_at timestamp with time zone not null default now()
    privacy_officer boolean not null default false
    -- row-level security forced
kernel.organisations  
    id uuid not null default uuidv7()
    name text not null
    number text not null
    country text not null
    kind text not null
    created_at timestamp with time zone not null default now()
    agreement_ends_at timestamp with time zone
    data_goes_at timestamp with time zone
    agreed_months integer not null default 3
    -- row-level security forced
kernel.request_trail  
    id uuid not null default uuidv7()
    at timestamp with time zone not null
    organisation_id uuid not null
    request_number bigint not null
    kind text not null
    step text not null
    by_role text not null
    rows bigint
    -- row-level security forced
kernel.requests  
    id uuid not null default uuidv7()
    number bigint not null
    organisation_id uuid not null
    forwarded_to uuid
    forwarded_at timestamp with time zone
    kind text not null
    member_id uuid
    person_id uuid
    address text
    made text not null
    identity_check text not null
    proof_wanted text
    proof_asked_at timestamp with time zone
    language text not null
    activity text
    wish jsonb
    received_at timestamp with time zone not null
    due_at timestamp with time zone not null
    extended_at timestamp with time zone
    extension_reason text
    reminded text
    state text not null default 'received'::text
    decision text
    reason_code text
    reason text
    answered_at timestamp with time zone
    file_until timestamp with time zone
    lifts_at timestamp with time zone
    lifted_at timestamp with time zone
    -- row-level security forced
kernel.retention_ledger  
    id uuid not null default uuidv7()
    at timestamp with time zone not null default now()
    organisation_id uuid
    table_name text not null
    rule text not null
    cause text not null
    rows bigint not null
    -- row-level security forced
kernel.sites  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    address text not null default ''::text
    time_zone text not null default 'Europe/Oslo'::text
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.withholdings  
    id uuid not null default uuidv7()
    organisation_id uuid
    member_id uuid
    person_id uuid
    address text
    activity text
    since timestamp with time zone not null default now()
    -- row-level security forced

-- constraints

access.contact_lookups  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.contact_lookups  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.contact_lookups  PRIMARY KEY (id)
access.controllers  CHECK ((name <> ''::text))
access.controllers  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.controllers  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.controllers  PRIMARY KEY (id)
access.controllers  UNIQUE (organisation_id, id)
access.controllers  UNIQUE (organisation_id, name)
access.credentials  CHECK ((kind = ANY (ARRAY['card'::text, 'fob'::text])))
access.credentials  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.credentials  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.credentials  PRIMARY KEY (id)
access.credentials  UNIQUE (organisation_id, number_hash)
access.doors  CHECK (((controller_id IS NULL) OR (output IS NOT NULL)))
access.doors  CHECK (((log_days >= 1) AND (log_days <= 365)))
access.doors  CHECK (((open_seconds >= 1) AND (open_seconds <= 60)))
access.doors  CHECK (((output >= 1) AND (output <= 999)))
access.doors  CHECK ((lock = ANY (ARRAY['unknown'::text, 'locked'::text, 'unlocked'::text])))
access.doors  CHECK ((name <> ''::text))
access.doors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.doors  FOREIGN KEY (organisation_id, controller_id) REFERENCES access.controllers(organisation_id, id) ON DELETE SET NULL (controller_id)
access.doors  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.doors  PRIMARY KEY (id)
access.doors  UNIQUE (controller_id, output)
access.doors  UNIQUE (organisation_id, id)
access.doors  UNIQUE (organisation_id, site_id, name)
access.grants  CHECK ((num_nonnulls(member_id, group_id) = 1))
access.grants  CHECK ((role = ANY (ARRAY['user'::text, 'door_administrator'::text, 'owner'::text])))
access.grants  CHECK ((valid_from < valid_until))
access.grants  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.grants  PRIMARY KEY (id)
access.grants  UNIQUE NULLS NOT DISTINCT (door_id, member_id, group_id, role, valid_from, valid_until)
access.group_members  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.group_members  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE CASCADE
access.group_members  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.group_members  PRIMARY KEY (group_id, member_id)
access.groups  CHECK ((name <> ''::text))
access.groups  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.groups  PRIMARY KEY (id)
access.groups  UNIQUE (organisation_id, id)
access.groups  UNIQUE (organisation_id, name)
access.invitations  CHECK ((email = lower(email)))
access.invitations  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
access.invitations  CHECK ((role = ANY (ARRAY['user'::text, 'door_administrator'::text, 'owner'::text])))
access.invitations  CHECK ((valid_from < valid_until))
access.invitations  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.invitations  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.invitations  FOREIGN KEY (organisation_id, invited_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.invitations  PRIMARY KEY (id)
access.log_changes  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.log_changes  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.log_changes  PRIMARY KEY (door_id)
access.log_holders  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.log_holders  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.log_holders  PRIMARY KEY (id)
access.log_holders  UNIQUE (member_id)
access.passages  CHECK (
CASE
    WHEN (outcome = 'lost'::text) THEN ((lost_since <= at) AND (lost_opened >= 0) AND (lost_refused >= 0) AND ((lost_opened + lost_refused) > 0) AND (holder_id IS NULL))
    ELSE (num_nonnulls(lost_since, lost_opened, lost_refused) = 0)
END)
access.passages  CHECK ((outcome = ANY (ARRAY['opened'::text, 'refused'::text, 'unanswered'::text, 'lost'::text])))
access.passages  PRIMARY KEY (id, expires_at)
access.residents  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.residents  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.residents  FOREIGN KEY (organisation_id, unit_id) REFERENCES access.units(organisation_id, id)
access.residents  PRIMARY KEY (unit_id, member_id)
access.units  CHECK ((name <> ''::text))
access.units  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.units  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE SET NULL (group_id)
access.units  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.units  PRIMARY KEY (id)
access.units  UNIQUE (organisation_id, id)
access.units  UNIQUE (organisation_id, site_id, name)
identity.codes  CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text])))
identity.codes  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
identity.codes  CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'contact'::text, 'address'::text])))
identity.codes  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.codes  PRIMARY KEY (id)
identity.eid_logins  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.eid_logins  PRIMARY KEY (issuer, subject)
identity.handovers  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.handovers  PRIMARY KEY (person_id, file_id)
identity.passkeys  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.passkeys  PRIMARY KEY (id)
identity.pending_sign_ins  CHECK ((kind = ANY (ARRAY['eid'::text, 'passkey'::text, 'new-passkey'::text])))
identity.pending_sign_ins  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.pending_sign_ins  PRIMARY KEY (id)
identity.persons  CHECK ((email = lower(email)))
identity.persons  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
identity.persons  CHECK ((name <> ''::text))
identity.persons  CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
identity.persons  PRIMARY KEY (id)
identity.pictures  CHECK ((length(image) <= 1000000))
identity.pictures  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.pictures  PRIMARY KEY (person_id)
identity.sessions  CHECK ((method = ANY (ARRAY['eid'::text, 'email-code'::text, 'sms-code'::text, 'passkey'::text])))
identity.sessions  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.sessions  PRIMARY KEY (id)
identity.sessions  UNIQUE (token_hash)
identity.sign_in_attempts  CHECK ((method = ANY (ARRAY['eid'::text, 'email-code'::text, 'sms-code'::text, 'passkey'::text])))
identity.sign_in_attempts  CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'limited'::text])))
identity.sign_in_attempts  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.sign_in_attempts  PRIMARY KEY (id)
kernel.ended_agreements  PRIMARY KEY (organisation_id)
kernel.holds  CHECK ((reason <> ''::text))
kernel.holds  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.holds  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.holds  FOREIGN KEY (organisation_id, placed_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (placed_by)
kernel.holds  PRIMARY KEY (id)
kernel.letters  PRIMARY KEY (id)
kernel.locked_rows  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.locked_rows  PRIMARY KEY (table_name, row_id)
kernel.memberships  CHECK ((email = lower(email)))
kernel.memberships  CHECK ((name <> ''::text))
kernel.memberships  CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
kernel.memberships  CHECK ((role = ANY (ARRAY['member'::text, 'administrator'::text])))
kernel.memberships  CHECK ((source = ANY (ARRAY['import'::text, 'invitation'::text, 'administrator'::text, 'operator'::text])))
kernel.memberships  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.memberships  PRIMARY KEY (id)
kernel.memberships  UNIQUE (organisation_id, email)
kernel.memberships  UNIQUE (organisation_id, id)
kernel.memberships  UNIQUE (organisation_id, person_id)
kernel.memberships  UNIQUE (organisation_id, phone)
kernel.organisations  CHECK (((agreed_months >= 0) AND (agreed_months <= 6)))
kernel.organisations  CHECK (((agreement_ends_at IS NULL) = (data_goes_at IS NULL)))
kernel.organisations  CHECK (((data_goes_at >= agreement_ends_at) AND (data_goes_at <= (((agreement_ends_at AT TIME ZONE 'Europe/Oslo'::text) + '6 mons'::interval) AT TIME ZONE 'Europe/Oslo'::text))))
kernel.organisations  CHECK (((kind <> 'operator'::text) OR (agreement_ends_at IS NULL)))
kernel.organisations  CHECK ((country = ANY (ARRAY['NO'::text, 'SE'::text])))
kernel.organisations  CHECK ((kind = ANY (ARRAY['operator'::text, 'housing'::text, 'office'::text, 'shop'::text, 'employer'::text])))
kernel.organisations  CHECK ((name <> ''::text))
kernel.organisations  PRIMARY KEY (id)
kernel.organisations  UNIQUE (country, number)
kernel.request_trail  CHECK ((by_role = ANY (ARRAY['person'::text, 'privacy-officer'::text, 'operator'::text, 'system'::text])))
kernel.request_trail  PRIMARY KEY (id)
kernel.requests  CHECK (((state = 'answered'::text) = (decision IS NOT NULL)))
kernel.requests  CHECK (((state = 'received'::text) = (answered_at IS NULL)))
kernel.requests  CHECK ((address = lower(address)))
kernel.requests  CHECK ((decision = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text])))
kernel.requests  CHECK ((identity_check = ANY (ARRAY['session'::text, 'verified-address'::text, 'document'::text, 'known-in-person'::text, 'called-back'::text])))
kernel.requests  CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'portability'::text, 'withdrawal'::text])))
kernel.requests  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
kernel.requests  CHECK ((made = ANY (ARRAY['signed-in'::text, 'address'::text, 'staff'::text])))
kernel.requests  CHECK ((state = ANY (ARRAY['received'::text, 'answered'::text, 'cancelled'::text])))
kernel.requests  FOREIGN KEY (forwarded_to) REFERENCES kernel.organisations(id) ON DELETE SET NULL
kernel.requests  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.requests  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (member_id)
kernel.requests  PRIMARY KEY (id)
kernel.requests  UNIQUE (number)
kernel.retention_ledger  CHECK ((cause = ANY (ARRAY['retention'::text, 'erasure'::text, 'agreement-ended'::text, 'restore'::text])))
kernel.retention_ledger  CHECK ((rows > 0))
kernel.retention_ledger  PRIMARY KEY (id)
kernel.sites  CHECK ((name <> ''::text))
kernel.sites  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.sites  PRIMARY KEY (id)
kernel.sites  UNIQUE (organisation_id, id)
kernel.sites  UNIQUE (organisation_id, name)
kernel.withholdings  CHECK (((member_id IS NULL) OR (organisation_id IS NOT NULL)))
kernel.withholdings  CHECK ((num_nonnulls(member_id, person_id, address) = 1))
kernel.withholdings  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.withholdings  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.withholdings  PRIMARY KEY (id)
kernel.withholdings  UNIQUE NULLS NOT DISTINCT (organisation_id, member_id, person_id, address, activity)

-- indexes

CREATE INDEX codes_expires_at_idx ON identity.codes USING btree (expires_at)
CREATE INDEX contact_lookups_expires_at_idx ON access.contact_lookups USING btree (expires_at)
CREATE INDEX contact_lookups_member_id_expires_at_idx ON access.contact_lookups USING btree (member_id, expires_at)
CREATE INDEX contact_lookups_organisation_id_expires_at_idx ON access.contact_lookups USING btree (organisation_id, expires_at)
CREATE INDEX controllers_organisation_id_site_id_idx ON access.controllers USING btree (organisation_id, site_id)
CREATE INDEX credentials_member_id_idx ON access.credentials USING btree (member_id)
CREATE INDEX doors_controller_id_idx ON access.doors USING btree (controller_id)
CREATE INDEX doors_organisation_id_log_days_idx ON access.doors USING btree (organisation_id, log_days)
CREATE INDEX eid_logins_person_id_idx ON identity.eid_logins USING btree (person_id)
CREATE INDEX ended_agreements_ended_at_organisation_id_idx ON kernel.ended_agreements USING btree (ended_at DESC, organisation_id)
CREATE INDEX ended_agreements_gone_at_idx ON kernel.ended_agreements USING btree (gone_at)
CREATE INDEX grants_group_id_idx ON access.grants USING btree (group_id)
CREATE INDEX grants_member_id_idx ON access.grants USING btree (member_id)
CREATE INDEX grants_organisation_id_id_idx ON access.grants USING btree (organisation_id, id)
CREATE INDEX grants_valid_until_idx ON access.grants USING btree (valid_until) WHERE (valid_until IS NOT NULL)
CREATE INDEX group_members_member_id_idx ON access.group_members USING btree (member_id)
CREATE INDEX holds_member_id_idx ON kernel.holds USING btree (member_id)
CREATE INDEX holds_organisation_id_until_idx ON kernel.holds USING btree (organisation_id, until)
CREATE INDEX holds_placed_by_idx ON kernel.holds USING btree (placed_by)
CREATE INDEX holds_until_idx ON kernel.holds USING btree (until)
CREATE INDEX invitations_door_id_idx ON access.invitations USING btree (door_id)
CREATE INDEX invitations_expires_at_idx ON access.invitations USING btree (expires_at)
CREATE INDEX invitations_invited_by_idx ON access.invitations USING btree (invited_by)
CREATE INDEX invitations_organisation_id_id_idx ON access.invitations USING btree (organisation_id, id)
CREATE INDEX letters_expires_at_idx ON kernel.letters USING btree (expires_at)
CREATE INDEX locked_rows_until_idx ON kernel.locked_rows USING btree (until)
CREATE INDEX log_changes_organisation_id_idx ON access.log_changes USING btree (organisation_id)
CREATE INDEX log_holders_organisation_id_member_id_idx ON access.log_holders USING btree (organisation_id, member_id)
CREATE INDEX memberships_email_idx ON kernel.memberships USING btree (email)
CREATE INDEX memberships_organisation_id_name_id_idx ON kernel.memberships USING btree (organisation_id, name, id)
CREATE INDEX memberships_person_id_idx ON kernel.memberships USING btree (person_id)
CREATE INDEX memberships_phone_idx ON kernel.memberships USING btree (phone)
CREATE INDEX organisations_agreement_ends_at_idx ON kernel.organisations USING btree (agreement_ends_at) WHERE (agreement_ends_at IS NOT NULL)
CREATE INDEX passages_door_id_at_id_idx1 ON ONLY access.passages USING btree (door_id, at DESC, id DESC)
CREATE INDEX passages_holder_id_at_id_idx ON ONLY access.passages USING btree (holder_id, at DESC, id DESC)
CREATE INDEX passages_organisation_id_received_at_id_idx1 ON ONLY access.passages USING btree (organisation_id, received_at, id)
CREATE INDEX passkeys_person_id_idx ON identity.passkeys USING btree (person_id)
CREATE INDEX pending_sign_ins_expires_at_idx ON identity.pending_sign_ins USING btree (expires_at)
CREATE INDEX request_trail_at_idx ON kernel.request_trail USING btree (at)
CREATE INDEX request_trail_request_number_id_idx ON kernel.request_trail USING btree (request_number, id)
CREATE INDEX requests_address_idx ON kernel.requests USING btree (address)
CREATE INDEX requests_answered_at_idx ON kernel.requests USING btree (answered_at)
CREATE INDEX requests_due_at_idx ON kernel.requests USING btree (due_at) WHERE (state = 'received'::text)
CREATE INDEX requests_forwarded_to_idx ON kernel.requests USING btree (forwarded_to)
CREATE INDEX requests_member_id_idx ON kernel.requests USING btree (member_id)
CREATE INDEX requests_organisation_id_state_due_at_idx ON kernel.requests USING btree (organisation_id, state, due_at)
CREATE INDEX requests_person_id_idx ON kernel.requests USING btree (person_id)
CREATE INDEX residents_member_id_idx ON access.residents USING btree (member_id)
CREATE INDEX retention_ledger_at_table_name_idx ON kernel.retention_ledger USING btree (at, table_name)
CREATE INDEX retention_ledger_organisation_id_at_id_idx ON kernel.retention_ledger USING btree (organisation_id, at DESC, id DESC)
CREATE INDEX sessions_expires_at_idx ON identity.sessions USING btree (expires_at)
CREATE INDEX sessions_person_id_idx ON identity.sessions USING btree (person_id)
CREATE INDEX sign_in_attempts_at_id_idx ON identity.sign_in_attempts USING btree (at, id)
CREATE INDEX sign_in_attempts_ip_at_idx ON identity.sign_in_attempts USING btree (ip, at)
CREATE INDEX sign_in_attempts_key_at_idx ON identity.sign_in_attempts USING btree (key, at)
CREATE INDEX sign_in_attempts_person_id_idx ON identity.sign_in_attempts USING btree (person_id)
CREATE INDEX units_group_id_idx ON access.units USING btree (group_id)
CREATE INDEX withholdings_address_idx ON kernel.withholdings USING btree (address)
CREATE INDEX withholdings_member_id_idx ON kernel.withholdings USING btree (member_id)
CREATE INDEX withholdings_person_id_idx ON kernel.withholdings USING btree (person_id)
CREATE UNIQUE INDEX codes_pkey ON identity.codes USING btree (id)
CREATE UNIQUE INDEX contact_lookups_pkey ON access.contact_lookups USING btree (id)
CREATE UNIQUE INDEX controllers_organisation_id_id_key ON access.controllers USING btree (organisation_id, id)
CREATE UNIQUE INDEX controllers_organisation_id_name_key ON access.controllers USING btree (organisation_id, name)
CREATE UNIQUE INDEX controllers_pkey ON access.controllers USING btree (id)
CREATE UNIQUE INDEX credentials_organisation_id_number_hash_key ON access.credentials USING btree (organisation_id, number_hash)
CREATE UNIQUE INDEX credentials_pkey ON access.credentials USING btree (id)
CREATE UNIQUE INDEX doors_controller_id_output_key ON access.doors USING btree (controller_id, output)
CREATE UNIQUE INDEX doors_organisation_id_id_key ON access.doors USING btree (organisation_id, id)
CREATE UNIQUE INDEX doors_organisation_id_site_id_name_key ON access.doors USING btree (organisation_id, site_id, name)
CREATE UNIQUE INDEX doors_pkey ON access.doors USING btree (id)
CREATE UNIQUE INDEX eid_logins_pkey ON identity.eid_logins USING btree (issuer, subject)
CREATE UNIQUE INDEX ended_agreements_pkey ON kernel.ended_agreements USING btree (organisation_id)
CREATE UNIQUE INDEX grants_door_id_member_id_group_id_role_valid_from_valid_unt_key ON access.grants USING btree (door_id, member_id, group_id, role, valid_from, valid_until) NULLS NOT DISTINCT
CREATE UNIQUE INDEX grants_pkey ON access.grants USING btree (id)
CREATE UNIQUE INDEX group_members_pkey ON access.group_members USING btree (group_id, member_id)
CREATE UNIQUE INDEX groups_organisation_id_id_key ON access.groups USING btree (organisation_id, id)
CREATE UNIQUE INDEX groups_organisation_id_name_key ON access.groups USING btree (organisation_id, name)
CREATE UNIQUE INDEX groups_pkey ON access.groups USING btree (id)
CREATE UNIQUE INDEX handovers_pkey ON identity.handovers USING btree (person_id, file_id)
CREATE UNIQUE INDEX holds_pkey ON kernel.holds USING btree (id)
CREATE UNIQUE INDEX invitations_pkey ON access.invitations USING btree (id)
CREATE UNIQUE INDEX letters_pkey ON kernel.letters USING btree (id)
CREATE UNIQUE INDEX locked_rows_pkey ON kernel.locked_rows USING btree (table_name, row_id)
CREATE UNIQUE INDEX log_changes_pkey ON access.log_changes USING btree (door_id)
CREATE UNIQUE INDEX log_holders_member_id_key ON access.log_holders USING btree (member_id)
CREATE UNIQUE INDEX log_holders_pkey ON access.log_holders USING btree (id)
CREATE UNIQUE INDEX memberships_organisation_id_email_key ON kernel.memberships USING btree (organisation_id, email)
CREATE UNIQUE INDEX memberships_organisation_id_id_key ON kernel.memberships USING btree (organisation_id, id)
CREATE UNIQUE INDEX memberships_organisation_id_person_id_key ON kernel.memberships USING btree (organisation_id, person_id)
CREATE UNIQUE INDEX memberships_organisation_id_phone_key ON kernel.memberships USING btree (organisation_id, phone)
CREATE UNIQUE INDEX memberships_pkey ON kernel.memberships USING btree (id)
CREATE UNIQUE INDEX organisations_country_number_key ON kernel.organisations USING btree (country, number)
CREATE UNIQUE INDEX organisations_pkey ON kernel.organisations USING btree (id)
CREATE UNIQUE INDEX passages_key ON ONLY access.passages USING btree (id, expires_at)
CREATE UNIQUE INDEX passkeys_pkey ON identity.passkeys USING btree (id)
CREATE UNIQUE INDEX pending_sign_ins_pkey ON identity.pending_sign_ins USING btree (id)
CREATE UNIQUE INDEX persons_email_idx ON identity.persons USING btree (email) WHERE (email_verified_at IS NOT NULL)
CREATE UNIQUE INDEX persons_phone_idx ON identity.persons USING btree (phone) WHERE (phone_verified_at IS NOT NULL)
CREATE UNIQUE INDEX persons_pkey ON identity.persons USING btree (id)
CREATE UNIQUE INDEX pictures_pkey ON identity.pictures USING btree (person_id)
CREATE UNIQUE INDEX request_trail_pkey ON kernel.request_trail USING btree (id)
CREATE UNIQUE INDEX requests_number_key ON kernel.requests USING btree (number)
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_address_idx ON kernel.requests USING btree (organisation_id, kind, activity, address) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NULL) AND (person_id IS NULL))
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_member_id_idx ON kernel.requests USING btree (organisation_id, kind, activity, member_id) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NOT NULL))
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_person_id_idx ON kernel.requests USING btree (organisation_id, kind, activity, person_id) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NULL) AND (person_id IS NOT NULL))
CREATE UNIQUE INDEX requests_pkey ON kernel.requests USING btree (id)
CREATE UNIQUE INDEX residents_pkey ON access.residents USING btree (unit_id, member_id)
CREATE UNIQUE INDEX retention_ledger_pkey ON kernel.retention_ledger USING btree (id)
CREATE UNIQUE INDEX sessions_pkey ON identity.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_hash_key ON identity.sessions USING btree (token_hash)
CREATE UNIQUE INDEX sign_in_attempts_pkey ON identity.sign_in_attempts USING btree (id)
CREATE UNIQUE INDEX sites_organisation_id_id_key ON kernel.sites USING btree (organisation_id, id)
CREATE UNIQUE INDEX sites_organisation_id_name_key ON kernel.sites USING btree (organisation_id, name)
CREATE UNIQUE INDEX sites_pkey ON kernel.sites USING btree (id)
CREATE UNIQUE INDEX units_organisation_id_id_key ON access.units USING btree (organisation_id, id)
CREATE UNIQUE INDEX units_organisation_id_site_id_name_key ON access.units USING btree (organisation_id, site_id, name)
CREATE UNIQUE INDEX units_pkey ON access.units USING btree (id)
CREATE UNIQUE INDEX withholdings_organisation_id_member_id_person_id_address_ac_key ON kernel.withholdings USING btree (organisation_id, member_id, person_id, address, activity) NULLS NOT DISTINCT
CREATE UNIQUE INDEX withholdings_pkey ON kernel.withholdings USING btree (id)

-- policies

access.contact_lookups  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.contact_lookups  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.contact_lookups  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k))))))) check ()
access.contact_lookups  kernel_restriction for SELECT using (((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
access.contact_lookups  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.contact_lookups  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.controllers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.controllers  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
access.controllers  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.credentials  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.credentials  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.credentials  kernel_restriction for SELECT using (((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
access.credentials  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.credentials  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.doors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.doors  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
access.doors  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.grants  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.grants  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.grants  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((valid_until <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k))))))) check ()
access.grants  kernel_restriction for SELECT using (((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
access.grants  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.grants  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.group_members  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.group_members  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.group_members  kernel_restriction for SELECT using (((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
access.group_members  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.group_members  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.groups  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.groups  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
access.groups  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text]))) check ()
access.invitations  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.invitations  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.invitations  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((email = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))) OR (invited_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k)))))))) check ()
access.invitations  kernel_restriction for SELECT using ((((email = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) OR (invited_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k))))) IS NOT TRUE)) check ()
access.invitations  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (((email = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))) OR (invited_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k))))))) check ()
access.invitations  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text]))) check ()
access.log_changes  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.log_changes  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
access.log_changes  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.log_holders  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.log_holders  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.log_holders  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.passages  interval_in_force for SELECT using (((NOT (door_id = ANY (ARRAY( SELECT c.door_id
   FROM access.log_changes c
  WHERE (kernel.activity() IS DISTINCT FROM 'kernel.retention'::text))))) OR (at > access.log_start(door_id)))) check ()
access.passages  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.passages  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.passages  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
           FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k)))))))))) check ()
access.passages  kernel_restriction for SELECT using (((holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
           FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k))))))) IS NOT TRUE)) check ()
access.passages  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
           FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k))))))))) check ()
access.passages  read_door for SELECT using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = 'access.read-door-log'::text) AND (door_id = ANY (ARRAY( SELECT a.door_id
   FROM access.administered(kernel.member()) a(door_id, role)))))) check ()
access.passages  read_own for SELECT using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (holder_id = ANY (ARRAY( SELECT h.id
   FROM access.log_holders h
  WHERE (h.member_id = kernel.member())))))) check ()
access.passages  record for ALL using ((( SELECT kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]) AS doing) OR ((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = 'access.open-doors'::text) AND (holder_id = ANY (ARRAY( SELECT h.id
   FROM access.log_holders h
  WHERE (h.member_id = kernel.member()))))))) check ()
access.residents  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.residents  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.residents  kernel_restriction for SELECT using (((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
access.residents  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))))) check ()
access.residents  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.units  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.units  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
access.units  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
identity.codes  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.codes  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((address = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('account'::text) AS restricted) s(k)))))))) check ()
identity.codes  kernel_restriction for SELECT using ((((address = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k))))) IS NOT TRUE)) check ()
identity.codes  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND (( SELECT kernel.asked() AS asked) IS NULL)) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k))))))) check ()
identity.codes  sign_in for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.eid_logins  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.eid_logins  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.eid_logins  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.eid_logins  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.handovers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.handovers  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.handovers  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.handovers  own for ALL using ((person_id = kernel.person())) check ()
identity.passkeys  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.passkeys  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.passkeys  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.passkeys  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.pending_sign_ins  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.pending_sign_ins  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('account'::text) AS restricted) s(k))))))) check ()
identity.pending_sign_ins  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.pending_sign_ins  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.pending_sign_ins  sign_in for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.persons  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.persons  kernel_restriction for SELECT using (((id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.persons  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.persons  own for ALL using (((id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.persons  people for SELECT using (((kernel.activity() = 'identity.administer-people'::text) AND (EXISTS ( SELECT
   FROM kernel.memberships m
  WHERE ((m.person_id = persons.id) AND (m.organisation_id = kernel.organisation())))))) check ()
identity.pictures  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.pictures  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.pictures  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.pictures  own for ALL using ((person_id = kernel.person())) check ()
identity.sessions  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.sessions  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('account'::text) AS restricted) s(k))))))) check ()
identity.sessions  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.sessions  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.sessions  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.sign_in_attempts  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.sign_in_attempts  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '2160:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('account'::text) AS restricted) s(k))))))) check ()
identity.sign_in_attempts  kernel_restriction for SELECT using (((person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) IS NOT TRUE)) check ()
identity.sign_in_attempts  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))))) check ()
identity.sign_in_attempts  misuse for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text, 'identity.prevent-misuse'::text]))) check ()
kernel.ended_agreements  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.ended_agreements  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((gone_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.ended_agreements  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.ended_agreements  read for SELECT using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.administer-organisations'::text]))) check ()
kernel.holds  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.holds  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.holds  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((until <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k)))) OR (placed_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k)))))))) check ()
kernel.holds  kernel_restriction for SELECT using ((((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) OR (placed_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k))))) IS NOT TRUE)) check ()
kernel.holds  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))) OR (placed_by = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k))))))) check ()
kernel.holds  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.letters  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.letters  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE))) check ()
kernel.letters  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.letters  send for ALL using (kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text])) check ()
kernel.locked_rows  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.locked_rows  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.locked_rows  tenant for ALL using (((organisation_id = kernel.organisation()) OR ((kernel.organisation() IS NULL) AND (kernel.activity() IS NOT NULL)))) check ()
kernel.memberships  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.memberships  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.memberships  kernel_restriction for SELECT using ((((id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k))))) IS NOT TRUE)) check ()
kernel.memberships  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k))))))) check ()
kernel.memberships  tenant for ALL using (((organisation_id = kernel.organisation()) OR ((person_id = kernel.person()) AND (kernel.activity() = 'identity.account'::text)) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
kernel.organisations  administer for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-organisations'::text, 'kernel.set-up'::text])) check ()
kernel.organisations  desk for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]) AND ((kind = 'operator'::text) OR (kernel.organisation() IS NULL) OR (EXISTS ( SELECT
   FROM kernel.requests r
  WHERE (r.organisation_id = organisations.id)))))) check ()
kernel.organisations  engine for SELECT using (kernel.doing(VARIADIC ARRAY['kernel.retention'::text, 'kernel.answer-rights'::text, 'kernel.verify-erasure'::text])) check ()
kernel.organisations  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.organisations  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.organisations  read for SELECT using (((id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text, 'access.run-controllers'::text]))) check ()
kernel.organisations  read_own for SELECT using (((kernel.activity() = 'identity.account'::text) AND (EXISTS ( SELECT
   FROM kernel.memberships m
  WHERE ((m.organisation_id = organisations.id) AND (m.person_id = kernel.person())))))) check ()
kernel.request_trail  add for INSERT using () check (kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text]))
kernel.request_trail  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.request_trail  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '87600:00:00'::interval)) IS NOT TRUE))) check ()
kernel.request_trail  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.request_trail  read for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text]) AND ((organisation_id = kernel.organisation()) OR (EXISTS ( SELECT
   FROM kernel.requests r
  WHERE (r.number = request_trail.request_number)))))) check ()
kernel.requests  desk for ALL using ((kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]) AND ((organisation_id = kernel.organisation()) OR (forwarded_to = kernel.organisation()) OR (kernel.organisation() IS NULL)))) check ()
kernel.requests  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.requests  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.requests  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((answered_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('member'::text) AS restricted) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.restricted('account'::text) AS restricted) s(k)))) OR (address = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))))))) check ()
kernel.requests  kernel_restriction for SELECT using ((((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('member'::text) AS withheld) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.withheld('account'::text) AS withheld) s(k)))) OR (address = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld)))) IS NOT TRUE)) check ()
kernel.requests  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked))))))) check ()
kernel.retention_ledger  enter for INSERT using () check (kernel.doing(VARIADIC ARRAY['kernel.erase'::text]))
kernel.retention_ledger  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.retention_ledger  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.retention_ledger  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.retention_ledger  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text, 'kernel.answer-rights'::text, 'kernel.administer-organisations'::text]))) check ()
kernel.sites  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.sites  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.sites  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.withholdings  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.withholdings  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('member'::text) AS subjects) s(k)))) OR (person_id = ANY (ARRAY( SELECT (s.k)::uuid AS k
   FROM ( SELECT kernel.subjects('account'::text) AS subjects) s(k)))) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked))))))) check ()
kernel.withholdings  of_accounts for SELECT using (((organisation_id IS NULL) AND (kernel.activity() IS NOT NULL))) check ()
kernel.withholdings  tenant for ALL using (((organisation_id = kernel.organisation()) OR (person_id = kernel.person()) OR ((kernel.organisation() IS NULL) AND (kernel.person() IS NULL) AND (kernel.activity() IS NOT NULL)))) check ()

-- functions

CREATE OR REPLACE FUNCTION access.administered(member uuid)
 RETURNS TABLE(door_id uuid, role text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with groups as (
    select gm.group_id from access.group_members gm where gm.member_id = member
    union
    select u.group_id from access.units u join access.residents r on r.unit_id = u.id
     where r.member_id = member and u.group_id is not null
  ), grants as (  -- two halves, each by an index of its own
    select g.* from access.grants g where g.member_id = member
    union all
    select g.* from access.grants g join groups using (group_id)
  )
  select g.door_id, max(g.role)  -- 'owner' sorts after 'door_administrator'
    from grants g
   where g.role in ('door_administrator', 'owner')
     and (g.valid_from is null or g.valid_from <= now())
     and (g.valid_until is null or g.valid_until > now())
   group by g.door_id
$function$

CREATE OR REPLACE FUNCTION access.door_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  delete from access.passages p where p.door_id = any (array(select id from gone))
     and not (exists (select from kernel.withholdings w where w.activity is null)
              and coalesce(access.is_restricted(p), false));
  perform set_config('terskel.activity', before, true);
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.drop_log_partition()
 RETURNS TABLE(organisation_id uuid, passages bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET lock_timeout TO '2s'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  width constant integer := 22 * 3600;
  settled timestamptz;
  keeps boolean;
  over regclass;
  is_kept boolean := false;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  perform set_config('terskel.activity', 'kernel.retention', true);
  -- A passage whose time was lengthened has to get it before its old one is over.
  select least(now(), min(c.changed_at)) into settled from access.log_changes c;
  -- The usual case is none: then nothing is asked of any row.
  keeps := exists (select from kernel.holds h where h.until > now())
        or exists (select from kernel.withholdings w where w.activity is null);
  for over in
    select i.inhrelid::regclass
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access.passages'::regclass
       and to_timestamp((substring(c.relname from '\d+$')::integer + 1)::float8 * width) <= settled
     order by c.relname
  loop
    if keeps then
      execute format('select exists (select from %s p where access.is_held(p::access.passages)
                                                         or access.is_restricted(p::access.passages))', over) into is_kept;
    end if;
    if not is_kept then
      return query execute format('select p.organisation_id, count(*) from %s p group by 1', over);
      if not found then return query select null::uuid, 0::bigint; end if;
      execute format('drop table %s', over);
      exit;
    end if;
    return query execute format(
      'with gone as (delete from %s p where not coalesce(access.is_held(p::access.passages), false)
                                        and not coalesce(access.is_restricted(p::access.passages), false)
                     returning p.organisation_id)
       select organisation_id, count(*) from gone group by 1', over);
    -- What is left of it is kept: the next.
    exit when found;
  end loop;
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION access.find_passages(ids uuid[], from_at timestamp with time zone)
 RETURNS SETOF access.passages
 LANGUAGE plpgsql
 STABLE ROWS 10
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  r constant timestamptz[] := access.log_ranges(access.log_days_borne(null), from_at, now() + interval '1 hour');
begin
  return query select p.* from access.passages p
    where p.id = any (ids)
      and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
        or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8]);
end $function$

CREATE OR REPLACE FUNCTION access.holder_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform jobs.add('access.sever-log', json_build_object('holder', id), 'access.sever-log:' || id, null)
     from gone;
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.is_held(r access.passages)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT (((r).organisation_id IN ( SELECT h.organisation_id
            FROM kernel.held(ARRAY['access.passages'::text], 'organisation'::text) h(organisation_id, key, hold, until))) OR ((r).holder_id IN ( SELECT l.id
            FROM (kernel.held(ARRAY['access.passages'::text], 'member'::text) h(organisation_id, key, hold, until)
              JOIN access.log_holders l ON ((l.member_id = (h.key)::uuid))))));
END

CREATE OR REPLACE FUNCTION access.is_passage(passage uuid, from_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  known boolean;
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  known := exists (select from access.find_passages(array[passage], from_at));
  perform set_config('terskel.activity', before, true);
  return known;
end $function$

CREATE OR REPLACE FUNCTION access.is_restricted(r access.passages)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT ((r).holder_id IN ( SELECT l.id
            FROM (kernel.restricted('member'::text) k(k)
              JOIN access.log_holders l ON ((l.member_id = (k.k)::uuid)))));
END

CREATE OR REPLACE FUNCTION access.log_days_borne(doors uuid[])
 RETURNS integer[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select array_agg(day) from (
    select d.log_days as day from access.doors d
     where case when doors is null then d.organisation_id = kernel.organisation() else d.id = any (doors) end
    union
    select unnest(c.days_before) from access.log_changes c
     where case when doors is null then c.organisation_id = kernel.organisation() else c.door_id = any (doors) end
  ) days
$function$

CREATE OR REPLACE FUNCTION access.log_days_set()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform access.make_log_partitions(new.log_days);
  if tg_op = 'UPDATE' and new.log_days <> old.log_days then
    insert into access.log_changes as c (door_id, organisation_id, days_before, gone_until)
      values (new.id, new.organisation_id, array[old.log_days], now() - make_interval(hours => 24 * old.log_days))
      on conflict (door_id) do update set days_before = c.days_before || excluded.days_before,
                                          gone_until = greatest(c.gone_until, excluded.gone_until);
    perform jobs.add('access.restamp-log', json_build_object('door', new.id),
                     'access.restamp-log:' || new.id, null);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.log_ranges(days integer[], from_at timestamp with time zone, to_at timestamp with time zone)
 RETURNS timestamp with time zone[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with each_day as (select distinct unnest(days) as day),
       gap as (select day, day - lag(day) over (order by day) as gap from each_day),
       cut as (select day, gap is not null and row_number() over (order by gap desc nulls last) <= 3 as cut from gap),
       part as (select day, count(*) filter (where cut) over (order by day) as part from cut),
       ends as (select greatest(now(), from_at + make_interval(hours => 24 * min(day))) as low,
                       to_at + make_interval(hours => 24 * max(day)) as high
                  from part group by part)
  select (coalesce(array_agg(e.e), '{}') || array_fill('infinity'::timestamptz, array[8]))[1:8]
    from ends, lateral (values (low), (high)) e (e)
$function$

CREATE OR REPLACE FUNCTION access.log_start(door uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT GREATEST((now() - make_interval(hours => (24 * d.log_days))), c.gone_until) AS "greatest"
    FROM (access.doors d
      LEFT JOIN access.log_changes c ON ((c.door_id = d.id)))
   WHERE (d.id = log_start.door);
END

CREATE OR REPLACE FUNCTION access.make_log_partitions()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  longest integer;
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  select coalesce(max(d.log_days), 0) into longest from access.doors d;
  perform set_config('terskel.activity', before, true);
  return access.make_log_partitions(longest);
end $function$

CREATE OR REPLACE FUNCTION access.make_log_partitions(days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  made integer := 0;
  width constant integer := 22 * 3600;
  name text;
begin
  for n in floor(extract(epoch from now()) / width)::integer
        .. ceil(extract(epoch from now() + make_interval(days => days + 2)) / width)::integer loop
    name := format('access_partitions.passages_%s', n);
    continue when to_regclass(name) is not null;
    perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
    continue when exists (
      select from pg_class c
       where c.relnamespace = 'access_partitions'::regnamespace and c.relname = format('passages_%s', n));
    -- Attached, not made in place: readers and writers go on.
    execute format('create table %s (like access.passages including defaults including constraints)', name);
    execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', name,
      to_timestamp(n::float8 * width), to_timestamp((n + 1)::float8 * width));
    made := made + 1;
  end loop;
  return made;
end $function$

CREATE OR REPLACE FUNCTION access.member_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform jobs.add('access.publish-lists', json_build_object('organisation', organisation_id),
                   'access.publish-lists:' || organisation_id, null)
     from (select distinct organisation_id from gone) organisations;
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.read_log(doors uuid[], holder uuid, before_at timestamp with time zone, before_id uuid, wanted integer)
 RETURNS SETOF access.passages
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  days constant integer[] := access.log_days_borne(doors);
  oldest constant timestamptz := now() - make_interval(hours => 24 * (select max(d) from unnest(days) d));
  newest constant timestamptz := least(before_at, now() + interval '1 hour') + interval '1 microsecond';
  door constant uuid := case when cardinality(doors) = 1 then doors[1] end;
  until_at timestamptz := newest;
  from_at timestamptz;
  span interval := interval '4 days';
  r timestamptz[];
  found_now integer;
  left_over integer := wanted;
begin
  while until_at > oldest and left_over > 0 loop
    from_at := greatest(until_at - span, oldest);
    r := access.log_ranges(days, from_at, until_at);
    if door is not null then
      return query select p.* from access.passages p
        where p.door_id = door and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    elsif doors is not null then
      return query select p.* from access.passages p
        where p.door_id = any (doors) and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    else
      return query select p.* from access.passages p
        where p.holder_id = holder and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    end if;
    get diagnostics found_now = row_count;
    left_over := left_over - found_now;
    until_at := from_at;
    -- As far as what is wanted reaches, when it goes on as it went.
    span := least(8, greatest(1, left_over * 1.3 * (1 + (found_now = 0)::integer * 8)
                                 / greatest(1, wanted - left_over))) * (newest - from_at);
  end loop;
end $function$

CREATE OR REPLACE FUNCTION access.received_since(after_at timestamp with time zone, after_id uuid, from_at timestamp with time zone, to_at timestamp with time zone, wanted integer)
 RETURNS SETOF access.passages
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  r constant timestamptz[] := access.log_ranges(access.log_days_borne(null), from_at, to_at);
begin
  return query select p.* from access.passages p
    where p.organisation_id = kernel.organisation() and (p.received_at, p.id) > (after_at, after_id)
      and p.at >= from_at and p.at < to_at
      and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
        or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
    order by p.received_at, p.id limit wanted;
end $function$

CREATE OR REPLACE FUNCTION jobs.add(task text, payload json, key text, run_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    task, payload, run_at => run_at, max_attempts => 12, job_key => key, job_key_mode => 'replace');
end $function$

CREATE OR REPLACE FUNCTION kernel.active_while_restricted()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text, 'identity.prevent-misuse'::text, 'access.open-doors'::text, 'access.read-own-log'::text, 'access.run-controllers'::text]

CREATE OR REPLACE FUNCTION kernel.activity()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('terskel.activity'::text, true), ''::text)

CREATE OR REPLACE FUNCTION kernel.asked()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.asked'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.doing(VARIADIC activities text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((kernel.activity() = ANY (activities)), false)

CREATE OR REPLACE FUNCTION kernel.ended_organisations()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  return query select o.id from kernel.organisations o where o.agreement_ends_at <= now();
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.held(of_tables text[], kind text)
 RETURNS TABLE(organisation_id uuid, key text, hold uuid, until timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  return query
    with holds as materialized (
      select h.* from kernel.holds h
       where h.until > now()
         and (h.table_name is null or h.table_name = any (of_tables) or 'kernel.organisations' = any (of_tables)
              or 'kernel.memberships' = any (of_tables) and h.member_id is not null))
    select h.organisation_id, h.organisation_id::text, h.id, h.until from holds h
     where kind = 'organisation' and (h.member_id is null or 'kernel.organisations' = any (of_tables))
    union all
    select h.organisation_id, h.member_id::text, h.id, h.until from holds h
     where kind = 'member' and h.member_id is not null
    union all
    select h.organisation_id, m.person_id::text, h.id, h.until
      from holds h join kernel.memberships m
        on m.organisation_id = h.organisation_id and (h.member_id is null or m.id = h.member_id)
     where kind = 'account' and m.person_id is not null
    union all
    select h.organisation_id, a.address, h.id, h.until
      from holds h join kernel.memberships m
        on m.organisation_id = h.organisation_id and (h.member_id is null or m.id = h.member_id),
        lateral (values (m.email), (m.phone)) a (address)
     where kind = 'address' and a.address is not null;
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.keep_trail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and old.at <= now() - interval '87600 hours' then return old; end if;
  raise exception 'The trail of requests is never changed.' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION kernel.known_elsewhere(person uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  known boolean;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select exists (select from kernel.memberships m where m.person_id = person and m.organisation_id <> organisation) into known;
  perform set_config('terskel.activity', before, true);
  return known;
end $function$

CREATE OR REPLACE FUNCTION kernel.law_end(moment timestamp with time zone, no integer, se integer, organisation uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT make_timestamptz((((EXTRACT(year FROM (law_end.moment AT TIME ZONE 'Europe/Oslo'::text)))::integer + 1) +
         CASE o.country
             WHEN 'NO'::text THEN law_end.no
             ELSE law_end.se
         END), 1, 1, 0, 0, (0)::double precision, 'Europe/Oslo'::text) AS make_timestamptz
    FROM kernel.organisations o
   WHERE (o.id = law_end.organisation);
END

CREATE OR REPLACE FUNCTION kernel.law_start(moment timestamp with time zone, years integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT make_timestamptz(((EXTRACT(year FROM (moment AT TIME ZONE 'Europe/Oslo'::text)))::integer - years), 1, 1, 0, 0, (0)::double precision, 'Europe/Oslo'::text) AS make_timestamptz;
END

CREATE OR REPLACE FUNCTION kernel.member()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.member'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.members_of_restricted()
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  return query select m.id::text from kernel.memberships m
    where m.person_id in (
      select w.person_id from kernel.withholdings w where w.person_id is not null and w.activity is null);
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.objections()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ARRAY[kernel.activity()]

CREATE OR REPLACE FUNCTION kernel.organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.organisation'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.organisations_in(its_country text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  return query select o.id from kernel.organisations o where o.country = its_country;
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.person'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.refuse_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  held boolean := false;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  if exists (select from kernel.holds h where h.until > now())
     and not (tg_op = 'DELETE' and coalesce(current_setting('terskel.moves', true), '') = 'on') then
    execute format('select %s from (select ($1).*) r', tg_argv[0]) into held using old;
  end if;
  perform set_config('terskel.activity', before, true);
  if held then
    raise exception 'a row of %.% is under a legal hold', tg_table_schema, tg_table_name
      using errcode = 'TK001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION kernel.restricted(kind text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT keys.key
    FROM ( SELECT
                 CASE restricted.kind
                     WHEN 'member'::text THEN (w.member_id)::text
                     WHEN 'account'::text THEN (w.person_id)::text
                     ELSE w.address
                 END AS key
            FROM kernel.withholdings w
           WHERE (w.activity IS NULL)) keys
   WHERE (keys.key IS NOT NULL)
 UNION ALL
  SELECT kernel.members_of_restricted() AS members_of_restricted
   WHERE ((restricted.kind = 'member'::text) AND (EXISTS ( SELECT
            FROM kernel.withholdings w
           WHERE ((w.person_id IS NOT NULL) AND (w.activity IS NULL)))));
END

CREATE OR REPLACE FUNCTION kernel.subjects(kind text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT jsonb_array_elements_text(((COALESCE(NULLIF(current_setting('terskel.subjects'::text, true), ''::text), '{}'::text))::jsonb -> kind)) AS jsonb_array_elements_text;
END

CREATE OR REPLACE FUNCTION kernel.withheld(kind text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT keys.key
    FROM ( SELECT
                 CASE withheld.kind
                     WHEN 'member'::text THEN (w.member_id)::text
                     WHEN 'account'::text THEN (w.person_id)::text
                     ELSE w.address
                 END AS key
            FROM kernel.withholdings w
           WHERE ((w.activity = ANY (kernel.objections())) OR ((w.activity IS NULL) AND (NOT (kernel.activity() = ANY (kernel.active_while_restricted())))))) keys
   WHERE (keys.key IS NOT NULL)
 UNION ALL
  SELECT kernel.members_of_restricted() AS members_of_restricted
   WHERE ((withheld.kind = 'member'::text) AND (kernel.activity() <> 'kernel.verify-erasure'::text) AND (NOT (kernel.activity() = ANY (kernel.active_while_restricted()))) AND (EXISTS ( SELECT
            FROM kernel.withholdings w
           WHERE ((w.person_id IS NOT NULL) AND (w.activity IS NULL)))));
END


-- rights of the program's role

access.contact_lookups  DELETE, INSERT, SELECT, UPDATE
access.controllers  DELETE, INSERT, SELECT, UPDATE
access.credentials  DELETE, INSERT, SELECT, UPDATE
access.doors  DELETE, INSERT, SELECT, UPDATE
access.grants  DELETE, INSERT, SELECT, UPDATE
access.group_members  DELETE, INSERT, SELECT, UPDATE
access.groups  DELETE, INSERT, SELECT, UPDATE
access.invitations  DELETE, INSERT, SELECT, UPDATE
access.log_changes  DELETE, INSERT, SELECT, UPDATE
access.log_holders  DELETE, INSERT, SELECT, UPDATE
access.passages  DELETE, INSERT, SELECT, UPDATE
access.residents  DELETE, INSERT, SELECT, UPDATE
access.units  DELETE, INSERT, SELECT, UPDATE
identity.codes  DELETE, INSERT, SELECT, UPDATE
identity.eid_logins  DELETE, INSERT, SELECT, UPDATE
identity.handovers  DELETE, INSERT, SELECT, UPDATE
identity.passkeys  DELETE, INSERT, SELECT, UPDATE
identity.pending_sign_ins  DELETE, INSERT, SELECT, UPDATE
identity.persons  DELETE, INSERT, SELECT, UPDATE
identity.pictures  DELETE, INSERT, SELECT, UPDATE
identity.sessions  DELETE, INSERT, SELECT, UPDATE
identity.sign_in_attempts  DELETE, INSERT, SELECT, UPDATE
kernel.ended_agreements  DELETE, INSERT, SELECT, UPDATE
kernel.holds  DELETE, INSERT, SELECT, UPDATE
kernel.letters  DELETE, INSERT, SELECT, UPDATE
kernel.locked_rows  DELETE, INSERT, SELECT, UPDATE
kernel.memberships  DELETE, INSERT, SELECT, UPDATE
kernel.organisations  DELETE, INSERT, SELECT, UPDATE
kernel.request_trail  DELETE, INSERT, SELECT, UPDATE
kernel.requests  DELETE, INSERT, SELECT, UPDATE
kernel.retention_ledger  DELETE, INSERT, SELECT, UPDATE
kernel.sites  DELETE, INSERT, SELECT, UPDATE
kernel.withholdings  DELETE, INSERT, SELECT, UPDATE
