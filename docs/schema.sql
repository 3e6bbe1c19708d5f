-- The schema that the migrations make. Renewed by `npm run generate`.

-- tables

access.airlocks  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.alarm_acknowledgements  
    id uuid not null default uuidv7()
    alarm_id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    acknowledged_by uuid
    acknowledged_at timestamp with time zone not null
    -- row-level security forced
access.alarm_letters  
    member_id uuid not null
    organisation_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.area_resets  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    area_id uuid not null
    member_id uuid
    expires_at timestamp with time zone not null
    -- row-level security forced
access.areas  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    passback text not null
    forgive_hours integer not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.code_doors  
    code_id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    given_by uuid not null
    -- row-level security forced
access.codes  
    id uuid not null
    organisation_id uuid not null
    given_by uuid not null
    name text not null
    number_hash bytea not null
    once boolean not null
    valid_from timestamp with time zone not null
    valid_until timestamp with time zone not null
    created_at timestamp with time zone not null default clock_timestamp()
    used_at timestamp with time zone
    withdrawn_at timestamp with time zone
    expires_at timestamp with time zone not null
    -- row-level security forced
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
    list_read_at timestamp with time zone
    list_known_at timestamp with time zone
    confirmed_at timestamp with time zone
    list_problem text
    clock_astray_at timestamp with time zone
    clock_ahead_seconds integer
    -- row-level security forced
access.credentials  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    member_id uuid not null
    kind text not null
    number_hash bytea not null
    label text not null
    created_at timestamp with time zone not null default now()
    blocked_at timestamp with time zone
    opens_since timestamp with time zone not null default clock_timestamp()
    duress_hash bytea
    -- row-level security forced
access.door_alarms  
    id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    kind text not null
    began_at timestamp with time zone not null
    ended_at timestamp with time zone
    received_at timestamp with time zone not null
    late boolean not null
    acknowledged_at timestamp with time zone
    called_at timestamp with time zone
    -- row-level security forced
access.door_group_doors  
    organisation_id uuid not null
    door_group_id uuid not null
    door_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.door_groups  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.door_orders  
    order_id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    kind text not null
    ordered_at timestamp with time zone not null default clock_timestamp()
    until timestamp with time zone not null
    ended_at timestamp with time zone
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
    position text not null default 'unknown'::text
    moved_at timestamp with time zone
    held_after_seconds integer
    log_mode text not null default 'personal'::text
    log_purpose text not null default 'misuse'::text
    unlock_schedule_id uuid
    unlock_first_person boolean not null default false
    kept_locked_until timestamp with time zone
    alone_hours integer default 720
    keypad boolean not null default false
    reader_inside boolean not null default false
    two_people boolean not null default false
    area_id uuid
    airlock_id uuid
    step_up boolean not null default false
    extended_open_seconds integer not null default 20
    log_reason text
    -- row-level security forced
access.extended_times  
    member_id uuid not null
    organisation_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.grants  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    door_id uuid
    member_id uuid
    group_id uuid
    role text not null
    valid_from timestamp with time zone
    valid_until timestamp with time zone
    created_at timestamp with time zone not null default now()
    schedule_id uuid
    door_group_id uuid
    unit_id uuid
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
access.integration_doors  
    integration_id uuid not null
    door_id uuid not null
    organisation_id uuid not null
    -- row-level security forced
access.integrations  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    token_hash bytea not null
    expires_at timestamp with time zone not null
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
access.leases  
    id uuid not null
    organisation_id uuid not null
    unit_id uuid not null
    starts_at timestamp with time zone not null
    ends_at timestamp with time zone
    created_at timestamp with time zone not null default now()
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
access.opening_requests  
    id uuid not null
    organisation_id uuid not null
    door_id uuid not null
    member_id uuid not null
    at timestamp with time zone not null
    outcome text not null
    reason text not null
    expires_at timestamp with time zone not null
    -- row-level security forced
access.order_reasons  
    id uuid not null default uuidv7()
    order_id uuid not null
    organisation_id uuid not null
    why text not null
    ordered_by uuid
    until timestamp with time zone not null
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
    access_point text
    -- row-level security forced
access.residents  
    organisation_id uuid not null
    unit_id uuid not null
    member_id uuid not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.schedules  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    week jsonb not null
    holidays jsonb
    half_days jsonb
    exceptions jsonb not null default '[]'::jsonb
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.tenants  
    lease_id uuid not null
    organisation_id uuid not null
    member_id uuid not null
    unit_id uuid not null
    starts_at timestamp with time zone not null
    ends_at timestamp with time zone
    -- row-level security forced
access.units  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    site_id uuid not null
    group_id uuid
    name text not null
    created_at timestamp with time zone not null default now()
    -- row-level security forced
access.usage_cells  
    organisation_id uuid not null
    site_id uuid not null
    week date not null
    door_id uuid
    openings integer not null
    people integer not null
    -- row-level security forced
access.usage_weeks  
    site_id uuid not null
    week date not null
    organisation_id uuid not null
    counted_at timestamp with time zone not null default now()
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
    session_id uuid
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
    proven_at timestamp with time zone
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
kernel.adviser_members  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    adviser_id uuid not null
    member_id uuid not null
    -- row-level security forced
kernel.advisers  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    firm text not null
    email text not null
    kind text not null
    need text not null
    activities text[] not null
    everyone boolean not null
    begins_at timestamp with time zone not null
    ends_at timestamp with time zone not null
    ended_at timestamp with time zone
    person_id uuid
    signed_version integer
    signed_at timestamp with time zone
    refused_at timestamp with time zone
    invited_by uuid
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.assessments  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    kind text not null
    title text not null
    outcome text not null
    made_on date not null
    next_on date
    reminded text
    recorded_by uuid
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.audit_checks  
    id uuid not null default uuidv7()
    at timestamp with time zone not null
    entries bigint not null
    broken_number bigint
    broken_what text
    -- row-level security forced
kernel.audit_contents  
    id uuid not null
    at timestamp with time zone not null
    organisation_id uuid
    by_role text not null
    activity text not null
    action text not null
    about jsonb not null
    outcome text not null
    person_id uuid
    member_id uuid
    actor_salt text
    actor_digest text
    about_member_id uuid
    about_salt text
    about_digest text
    -- row-level security forced
kernel.audit_entries  
    id uuid not null
    at timestamp with time zone not null
    digest text not null
    number bigint
    link text
    -- row-level security forced
kernel.audit_gone  
    id uuid not null
    part text not null
    at timestamp with time zone not null
    -- row-level security forced
kernel.breaches  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    title text not null
    what text not null
    aware_at timestamp with time zone not null
    due_at timestamp with time zone not null
    high_risk boolean not null default false
    affected integer
    measures text
    authority_told_at timestamp with time zone
    authority_reason text
    persons_told_at timestamp with time zone
    persons_reason text
    closed_at timestamp with time zone
    reminded text
    recorded_by uuid
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.confidentiality  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    member_id uuid not null
    version integer not null
    signed_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.consents  
    id uuid not null default uuidv7()
    device uuid not null
    activity text not null
    given boolean not null
    wording text not null
    version text not null
    language text not null
    how text not null
    at timestamp with time zone not null default now()
    -- row-level security forced
kernel.disclosures  
    id uuid not null default uuidv7()
    at timestamp with time zone not null default now()
    organisation_id uuid
    member_id uuid
    person_id uuid
    recipient text not null
    recipient_name text not null
    activity text not null
    labels text[] not null
    bounced_at timestamp with time zone
    country text
    ground text
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
kernel.notice_details  
    organisation_id uuid not null
    address text
    email text
    phone text
    privacy_contact text
    privacy_email text
    privacy_phone text
    words jsonb not null default '{}'::jsonb
    updated_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.notice_tellings  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    version_id uuid not null
    member_id uuid
    how text not null
    state text not null
    attempts integer not null default 1
    at timestamp with time zone not null
    told_by uuid
    person_id uuid
    -- row-level security forced
kernel.notice_versions  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    number integer not null
    made_at timestamp with time zone not null
    facts jsonb not null
    pages jsonb not null
    digest text not null
    activities text[] not null
    changes jsonb not null
    material boolean not null
    announced_at timestamp with time zone
    told_at timestamp with time zone
    in_force_at timestamp with time zone
    superseded_at timestamp with time zone
    keeps jsonb not null default kernel.keeps_of(facts)
    grounds jsonb not null default kernel.grounds_of(facts)
    -- row-level security forced
kernel.openings  
    id uuid not null default uuidv7()
    at timestamp with time zone not null default now()
    organisation_id uuid not null
    member_id uuid not null
    opened_by uuid
    opener text
    activity text not null
    labels text[] not null
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
    supplier_authorisation text not null default 'general'::text
    -- row-level security forced
kernel.page_views  
    day timestamp with time zone not null
    page text not null
    language text not null
    screen text not null
    views bigint not null
    visits bigint not null
    -- row-level security forced
kernel.receivers  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    country text not null
    agreement_ends_at timestamp with time zone
    ground text
    said_at timestamp with time zone not null default now()
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
kernel.runs  
    name text not null
    done_at timestamp with time zone
    failed_at timestamp with time zone
    -- row-level security forced
kernel.sites  
    id uuid not null default uuidv7()
    organisation_id uuid not null
    name text not null
    address text not null default ''::text
    time_zone text not null default 'Europe/Oslo'::text
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.storage_region  
    id boolean not null default true
    country text not null
    -- row-level security forced
kernel.supplier_agreements  
    id uuid not null default uuidv7()
    supplier_id uuid not null
    begins_at timestamp with time zone not null
    ends_at timestamp with time zone
    document_name text
    document bytea
    warned integer
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.supplier_approvals  
    supplier_id uuid not null
    organisation_id uuid not null
    state text not null
    asked_at timestamp with time zone not null default now()
    objects_by timestamp with time zone not null
    answered_at timestamp with time zone
    reason text
    -- row-level security forced
kernel.suppliers  
    id uuid not null default uuidv7()
    name text not null
    number text not null
    country text not null
    recipient text not null
    labels text[] not null
    host text
    stored_in text default 
CASE
    WHEN (recipient = 'storage provider'::text) THEN country
    ELSE NULL::text
END
    created_at timestamp with time zone not null default now()
    -- row-level security forced
kernel.suppressions  
    address_key text not null
    objection text not null
    organisation_id uuid
    since timestamp with time zone not null
    ends_at timestamp with time zone
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
support.assignments  
    case_id uuid not null
    organisation_id uuid not null
    member_id uuid not null
    -- row-level security forced
support.authors  
    message_id uuid not null
    organisation_id uuid not null
    member_id uuid not null
    -- row-level security forced
support.cases  
    id uuid not null
    organisation_id uuid not null
    member_id uuid not null
    number integer not null
    subject text not null
    state text not null
    opened_at timestamp with time zone not null
    turned_at timestamp with time zone not null
    closed_at timestamp with time zone
    -- row-level security forced
support.messages  
    id uuid not null
    organisation_id uuid not null
    case_id uuid not null
    member_id uuid not null
    side text not null
    told text
    body text not null
    at timestamp with time zone not null
    -- row-level security forced
support.numbers  
    organisation_id uuid not null
    last integer not null
    -- row-level security forced

-- views

access.belonging  security_invoker=true
 SELECT group_members.organisation_id,
    group_members.group_id AS via_id,
    group_members.member_id,
    NULL::uuid AS unit_id,
    NULL::uuid AS lease_id
   FROM access.group_members
UNION ALL
 SELECT r.organisation_id,
    u.group_id AS via_id,
    r.member_id,
    u.id AS unit_id,
    NULL::uuid AS lease_id
   FROM (access.residents r
     JOIN access.units u ON ((u.id = r.unit_id)))
  WHERE (u.group_id IS NOT NULL)
UNION ALL
 SELECT residents.organisation_id,
    residents.unit_id AS via_id,
    residents.member_id,
    residents.unit_id,
    NULL::uuid AS lease_id
   FROM access.residents
UNION ALL
 SELECT tenants.organisation_id,
    tenants.lease_id AS via_id,
    tenants.member_id,
    tenants.unit_id,
    tenants.lease_id
   FROM access.tenants;
access.door_grants  security_invoker=true
 SELECT g.id,
    g.organisation_id,
    g.door_id,
    NULL::uuid AS door_group_id,
    g.member_id,
        CASE
            WHEN (g.group_id IS NULL) THEN g.unit_id
            ELSE g.group_id
        END AS via_id,
    NULL::uuid AS lease_id,
    g.role,
    g.valid_from,
    g.valid_until,
    g.schedule_id
   FROM access.grants g
  WHERE (g.door_id IS NOT NULL)
UNION ALL
 SELECT g.id,
    g.organisation_id,
    d.door_id,
    d.door_group_id,
    g.member_id,
        CASE
            WHEN (g.group_id IS NULL) THEN g.unit_id
            ELSE g.group_id
        END AS via_id,
    NULL::uuid AS lease_id,
    g.role,
    g.valid_from,
    g.valid_until,
    g.schedule_id
   FROM (access.grants g
     JOIN access.door_group_doors d ON ((d.door_group_id = g.door_group_id)))
UNION ALL
 SELECT g.id,
    g.organisation_id,
    g.door_id,
    NULL::uuid AS door_group_id,
    NULL::uuid AS member_id,
    l.id AS via_id,
    l.id AS lease_id,
    g.role,
    GREATEST(g.valid_from, l.starts_at) AS valid_from,
    LEAST(g.valid_until, l.ends_at) AS valid_until,
    g.schedule_id
   FROM (((access.leases l
     JOIN access.units u ON ((u.id = l.unit_id)))
     CROSS JOIN LATERAL ( VALUES (u.id), (u.group_id)) has(id))
     JOIN access.grants g ON ((
        CASE
            WHEN (g.group_id IS NULL) THEN g.unit_id
            ELSE g.group_id
        END = has.id)))
  WHERE ((g.door_id IS NOT NULL) AND ((g.valid_until IS NULL) OR (g.valid_until > l.starts_at)) AND ((l.ends_at IS NULL) OR (g.valid_from IS NULL) OR (g.valid_from < l.ends_at)))
UNION ALL
 SELECT g.id,
    g.organisation_id,
    d.door_id,
    d.door_group_id,
    NULL::uuid AS member_id,
    l.id AS via_id,
    l.id AS lease_id,
    g.role,
    GREATEST(g.valid_from, l.starts_at) AS valid_from,
    LEAST(g.valid_until, l.ends_at) AS valid_until,
    g.schedule_id
   FROM ((((access.leases l
     JOIN access.units u ON ((u.id = l.unit_id)))
     CROSS JOIN LATERAL ( VALUES (u.id), (u.group_id)) has(id))
     JOIN access.grants g ON ((
        CASE
            WHEN (g.group_id IS NULL) THEN g.unit_id
            ELSE g.group_id
        END = has.id)))
     JOIN access.door_group_doors d ON ((d.door_group_id = g.door_group_id)))
  WHERE (((g.valid_until IS NULL) OR (g.valid_until > l.starts_at)) AND ((l.ends_at IS NULL) OR (g.valid_from IS NULL) OR (g.valid_from < l.ends_at)));

-- constraints

access.airlocks  CHECK ((name <> ''::text))
access.airlocks  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.airlocks  PRIMARY KEY (id)
access.airlocks  UNIQUE (organisation_id, id)
access.airlocks  UNIQUE (organisation_id, name)
access.alarm_acknowledgements  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.alarm_acknowledgements  FOREIGN KEY (organisation_id, acknowledged_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (acknowledged_by)
access.alarm_acknowledgements  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.alarm_acknowledgements  PRIMARY KEY (id)
access.alarm_acknowledgements  UNIQUE (door_id, alarm_id)
access.alarm_letters  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.alarm_letters  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.alarm_letters  PRIMARY KEY (member_id)
access.area_resets  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.area_resets  FOREIGN KEY (organisation_id, area_id) REFERENCES access.areas(organisation_id, id) ON DELETE CASCADE
access.area_resets  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.area_resets  PRIMARY KEY (id)
access.areas  CHECK (((forgive_hours >= 1) AND (forgive_hours <= 72)))
access.areas  CHECK ((name <> ''::text))
access.areas  CHECK ((passback = ANY (ARRAY['soft'::text, 'hard'::text])))
access.areas  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.areas  PRIMARY KEY (id)
access.areas  UNIQUE (organisation_id, id)
access.areas  UNIQUE (organisation_id, name)
access.code_doors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.code_doors  FOREIGN KEY (organisation_id, code_id) REFERENCES access.codes(organisation_id, id) ON DELETE CASCADE
access.code_doors  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.code_doors  FOREIGN KEY (organisation_id, given_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.code_doors  PRIMARY KEY (code_id, door_id)
access.codes  CHECK (((valid_from < valid_until) AND (valid_until <= (valid_from + '7 days'::interval))))
access.codes  CHECK ((name <> ''::text))
access.codes  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.codes  FOREIGN KEY (organisation_id, given_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.codes  PRIMARY KEY (id)
access.codes  UNIQUE (organisation_id, id)
access.codes  UNIQUE (organisation_id, number_hash)
access.contact_lookups  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.contact_lookups  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.contact_lookups  PRIMARY KEY (id)
access.controllers  CHECK ((list_problem = ANY (ARRAY['too-many-cardholders'::text, 'list-too-large'::text])))
access.controllers  CHECK ((name <> ''::text))
access.controllers  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.controllers  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.controllers  PRIMARY KEY (id)
access.controllers  UNIQUE (organisation_id, id)
access.controllers  UNIQUE (organisation_id, name)
access.credentials  CHECK (((duress_hash IS NOT NULL) = (kind = 'pin'::text)))
access.credentials  CHECK ((kind = ANY (ARRAY['card'::text, 'fob'::text, 'phone-pass'::text, 'pin'::text])))
access.credentials  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.credentials  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.credentials  PRIMARY KEY (id)
access.credentials  UNIQUE (organisation_id, duress_hash)
access.credentials  UNIQUE (organisation_id, number_hash)
access.door_alarms  CHECK (((kind = ANY (ARRAY['forced'::text, 'held'::text])) OR ((kind = ANY (ARRAY['pin-guessed'::text, 'duress'::text])) AND (ended_at IS NOT NULL))))
access.door_alarms  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.door_alarms  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.door_alarms  PRIMARY KEY (door_id, id)
access.door_group_doors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.door_group_doors  FOREIGN KEY (organisation_id, door_group_id) REFERENCES access.door_groups(organisation_id, id) ON DELETE CASCADE
access.door_group_doors  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.door_group_doors  PRIMARY KEY (door_group_id, door_id)
access.door_groups  CHECK ((name <> ''::text))
access.door_groups  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.door_groups  PRIMARY KEY (id)
access.door_groups  UNIQUE (organisation_id, id)
access.door_groups  UNIQUE (organisation_id, name)
access.door_orders  CHECK ((kind = ANY (ARRAY['lockdown'::text, 'evacuation'::text])))
access.door_orders  CHECK ((until <= (ordered_at + '25:00:00'::interval)))
access.door_orders  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.door_orders  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.door_orders  PRIMARY KEY (order_id, door_id)
access.doors  CHECK (("position" = ANY (ARRAY['unknown'::text, 'open'::text, 'closed'::text])))
access.doors  CHECK (((alone_hours >= 1) AND (alone_hours <= 720)))
access.doors  CHECK (((controller_id IS NULL) OR (output IS NOT NULL)))
access.doors  CHECK (((extended_open_seconds >= 1) AND (extended_open_seconds <= 120)))
access.doors  CHECK (((held_after_seconds >= 5) AND (held_after_seconds <= 3600)))
access.doors  CHECK (((log_days > 365) = (log_reason IS NOT NULL)))
access.doors  CHECK (((log_days >= 1) AND (log_days <= 3650)))
access.doors  CHECK (((open_seconds >= 1) AND (open_seconds <= 60)))
access.doors  CHECK (((output >= 1) AND (output <= 999)))
access.doors  CHECK (((unlock_schedule_id IS NOT NULL) OR ((NOT unlock_first_person) AND (kept_locked_until IS NULL))))
access.doors  CHECK ((lock = ANY (ARRAY['unknown'::text, 'locked'::text, 'unlocked'::text])))
access.doors  CHECK ((log_mode = ANY (ARRAY['personal'::text, 'anonymous'::text, 'off'::text])))
access.doors  CHECK ((log_purpose = ANY (ARRAY['misuse'::text, 'faults'::text, 'safety'::text])))
access.doors  CHECK ((name <> ''::text))
access.doors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.doors  FOREIGN KEY (organisation_id, airlock_id) REFERENCES access.airlocks(organisation_id, id) ON DELETE SET NULL (airlock_id)
access.doors  FOREIGN KEY (organisation_id, area_id) REFERENCES access.areas(organisation_id, id) ON DELETE SET NULL (area_id)
access.doors  FOREIGN KEY (organisation_id, controller_id) REFERENCES access.controllers(organisation_id, id) ON DELETE SET NULL (controller_id)
access.doors  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.doors  FOREIGN KEY (organisation_id, unlock_schedule_id) REFERENCES access.schedules(organisation_id, id)
access.doors  PRIMARY KEY (id)
access.doors  UNIQUE (controller_id, output)
access.doors  UNIQUE (organisation_id, id)
access.doors  UNIQUE (organisation_id, site_id, name)
access.extended_times  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.extended_times  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.extended_times  PRIMARY KEY (member_id)
access.grants  CHECK ((num_nonnulls(door_id, door_group_id) = 1))
access.grants  CHECK ((num_nonnulls(member_id, group_id, unit_id) = 1))
access.grants  CHECK ((role = ANY (ARRAY['user'::text, 'door_administrator'::text, 'owner'::text])))
access.grants  CHECK ((valid_from < valid_until))
access.grants  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, door_group_id) REFERENCES access.door_groups(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.grants  FOREIGN KEY (organisation_id, schedule_id) REFERENCES access.schedules(organisation_id, id)
access.grants  FOREIGN KEY (organisation_id, unit_id) REFERENCES access.units(organisation_id, id) ON DELETE CASCADE
access.grants  PRIMARY KEY (id)
access.grants  UNIQUE NULLS NOT DISTINCT (door_id, door_group_id, member_id, group_id, unit_id, role, valid_from, valid_until, schedule_id)
access.group_members  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.group_members  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE CASCADE
access.group_members  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.group_members  PRIMARY KEY (group_id, member_id)
access.groups  CHECK ((name <> ''::text))
access.groups  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.groups  PRIMARY KEY (id)
access.groups  UNIQUE (organisation_id, id)
access.groups  UNIQUE (organisation_id, name)
access.integration_doors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.integration_doors  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.integration_doors  FOREIGN KEY (organisation_id, integration_id) REFERENCES access.integrations(organisation_id, id) ON DELETE CASCADE
access.integration_doors  PRIMARY KEY (integration_id, door_id)
access.integrations  CHECK ((name <> ''::text))
access.integrations  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.integrations  PRIMARY KEY (id)
access.integrations  UNIQUE (organisation_id, id)
access.integrations  UNIQUE (organisation_id, name)
access.integrations  UNIQUE (token_hash)
access.invitations  CHECK ((email = lower(email)))
access.invitations  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
access.invitations  CHECK ((role = ANY (ARRAY['user'::text, 'door_administrator'::text, 'owner'::text])))
access.invitations  CHECK ((valid_from < valid_until))
access.invitations  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.invitations  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.invitations  FOREIGN KEY (organisation_id, invited_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.invitations  PRIMARY KEY (id)
access.leases  CHECK ((starts_at < ends_at))
access.leases  EXCLUDE USING gist (access.unit_range(unit_id, unit_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&)
access.leases  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.leases  FOREIGN KEY (organisation_id, unit_id) REFERENCES access.units(organisation_id, id) ON DELETE CASCADE
access.leases  PRIMARY KEY (id)
access.leases  UNIQUE (organisation_id, id)
access.log_changes  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.log_changes  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.log_changes  PRIMARY KEY (door_id)
access.log_holders  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.log_holders  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.log_holders  PRIMARY KEY (id)
access.log_holders  UNIQUE (member_id)
access.opening_requests  CHECK ((outcome = ANY (ARRAY['opened'::text, 'refused'::text, 'unanswered'::text])))
access.opening_requests  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.opening_requests  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.opening_requests  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.opening_requests  PRIMARY KEY (id)
access.order_reasons  CHECK ((why <> ''::text))
access.order_reasons  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.order_reasons  FOREIGN KEY (organisation_id, ordered_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (ordered_by)
access.order_reasons  PRIMARY KEY (id)
access.order_reasons  UNIQUE (organisation_id, order_id)
access.passages  CHECK (
CASE
    WHEN (outcome = 'lost'::text) THEN ((lost_since <= at) AND (lost_opened >= 0) AND (lost_refused >= 0) AND ((lost_opened + lost_refused) > 0) AND (holder_id IS NULL))
    ELSE (num_nonnulls(lost_since, lost_opened, lost_refused) = 0)
END)
access.passages  CHECK ((access_point = ANY (ARRAY['in'::text, 'out'::text])))
access.passages  CHECK ((outcome = ANY (ARRAY['opened'::text, 'refused'::text, 'unanswered'::text, 'lost'::text])))
access.passages  PRIMARY KEY (id, expires_at)
access.residents  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.residents  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.residents  FOREIGN KEY (organisation_id, unit_id) REFERENCES access.units(organisation_id, id)
access.residents  PRIMARY KEY (unit_id, member_id)
access.schedules  CHECK ((jsonb_array_length(week) = 7))
access.schedules  CHECK ((jsonb_typeof(exceptions) = 'array'::text))
access.schedules  CHECK ((name <> ''::text))
access.schedules  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.schedules  PRIMARY KEY (id)
access.schedules  UNIQUE (organisation_id, id)
access.schedules  UNIQUE (organisation_id, name)
access.tenants  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.tenants  FOREIGN KEY (organisation_id, lease_id) REFERENCES access.leases(organisation_id, id) ON DELETE CASCADE
access.tenants  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
access.tenants  FOREIGN KEY (organisation_id, unit_id) REFERENCES access.units(organisation_id, id) ON DELETE CASCADE
access.tenants  PRIMARY KEY (lease_id, member_id)
access.units  CHECK ((name <> ''::text))
access.units  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.units  FOREIGN KEY (organisation_id, group_id) REFERENCES access.groups(organisation_id, id) ON DELETE SET NULL (group_id)
access.units  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.units  PRIMARY KEY (id)
access.units  UNIQUE (organisation_id, id)
access.units  UNIQUE (organisation_id, site_id, name)
access.usage_cells  CHECK (((openings >= 5) AND ((openings % 5) = 0)))
access.usage_cells  CHECK (((people >= 5) AND ((people % 5) = 0)))
access.usage_cells  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.usage_cells  FOREIGN KEY (organisation_id, door_id) REFERENCES access.doors(organisation_id, id) ON DELETE CASCADE
access.usage_cells  FOREIGN KEY (site_id, week) REFERENCES access.usage_weeks(site_id, week) ON DELETE CASCADE
access.usage_cells  UNIQUE NULLS NOT DISTINCT (site_id, week, door_id)
access.usage_weeks  CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
access.usage_weeks  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
access.usage_weeks  FOREIGN KEY (organisation_id, site_id) REFERENCES kernel.sites(organisation_id, id) ON DELETE CASCADE
access.usage_weeks  PRIMARY KEY (site_id, week)
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
identity.pending_sign_ins  CHECK (((session_id IS NOT NULL) = (kind = ANY (ARRAY['eid-proof'::text, 'passkey-proof'::text]))))
identity.pending_sign_ins  CHECK ((kind = ANY (ARRAY['eid'::text, 'passkey'::text, 'new-passkey'::text, 'eid-proof'::text, 'passkey-proof'::text])))
identity.pending_sign_ins  FOREIGN KEY (person_id) REFERENCES identity.persons(id) ON DELETE CASCADE
identity.pending_sign_ins  FOREIGN KEY (session_id) REFERENCES identity.sessions(id) ON DELETE CASCADE
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
kernel.adviser_members  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.adviser_members  FOREIGN KEY (organisation_id, adviser_id) REFERENCES kernel.advisers(organisation_id, id) ON DELETE CASCADE
kernel.adviser_members  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.adviser_members  PRIMARY KEY (id)
kernel.adviser_members  UNIQUE (adviser_id, member_id)
kernel.advisers  CHECK (((email = lower(email)) AND (email <> ''::text)))
kernel.advisers  CHECK (((ends_at > begins_at) AND ((ends_at - begins_at) <= '2161:00:00'::interval)))
kernel.advisers  CHECK (((signed_at IS NULL) = (signed_version IS NULL)))
kernel.advisers  CHECK (((signed_at IS NULL) OR (person_id IS NOT NULL)))
kernel.advisers  CHECK ((cardinality(activities) > 0))
kernel.advisers  CHECK ((firm <> ''::text))
kernel.advisers  CHECK ((kind = ANY (ARRAY['adviser'::text, 'auditor'::text, 'lawyer'::text, 'it-consultant'::text])))
kernel.advisers  CHECK ((name <> ''::text))
kernel.advisers  CHECK ((need <> ''::text))
kernel.advisers  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.advisers  FOREIGN KEY (organisation_id, invited_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (invited_by)
kernel.advisers  PRIMARY KEY (id)
kernel.advisers  UNIQUE (organisation_id, id)
kernel.assessments  CHECK ((kind = ANY (ARRAY['risk'::text, 'audit'::text, 'dpia'::text, 'procedure'::text])))
kernel.assessments  CHECK ((outcome <> ''::text))
kernel.assessments  CHECK ((title <> ''::text))
kernel.assessments  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.assessments  FOREIGN KEY (organisation_id, recorded_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (recorded_by)
kernel.assessments  PRIMARY KEY (id)
kernel.audit_checks  CHECK (((broken_number IS NULL) = (broken_what IS NULL)))
kernel.audit_checks  PRIMARY KEY (id)
kernel.audit_contents  CHECK ((by_role = ANY (ARRAY['person'::text, 'member'::text, 'administrator'::text, 'privacy-officer'::text, 'operator'::text, 'job'::text, 'command'::text])))
kernel.audit_contents  PRIMARY KEY (id)
kernel.audit_entries  CHECK (((number IS NULL) = (link IS NULL)))
kernel.audit_entries  CHECK ((number > 0))
kernel.audit_entries  PRIMARY KEY (id)
kernel.audit_entries  UNIQUE (number)
kernel.audit_gone  CHECK ((part = ANY (ARRAY['all'::text, 'actor'::text, 'about'::text])))
kernel.audit_gone  PRIMARY KEY (id, part)
kernel.breaches  CHECK ((affected >= 0))
kernel.breaches  CHECK ((title <> ''::text))
kernel.breaches  CHECK ((what <> ''::text))
kernel.breaches  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.breaches  FOREIGN KEY (organisation_id, recorded_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (recorded_by)
kernel.breaches  PRIMARY KEY (id)
kernel.confidentiality  CHECK ((version > 0))
kernel.confidentiality  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.confidentiality  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.confidentiality  PRIMARY KEY (id)
kernel.confidentiality  UNIQUE (member_id, version)
kernel.consents  CHECK ((how = ANY (ARRAY['banner'::text, 'page'::text, 'foot'::text, 'signal'::text])))
kernel.consents  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
kernel.consents  CHECK ((wording <> ''::text))
kernel.consents  PRIMARY KEY (id)
kernel.disclosures  CHECK (((member_id IS NULL) OR (organisation_id IS NOT NULL)))
kernel.disclosures  CHECK ((cardinality(labels) > 0))
kernel.disclosures  CHECK ((ground <> ''::text))
kernel.disclosures  CHECK ((recipient = ANY (ARRAY['e-mail provider'::text, 'SMS provider'::text, 'another organisation'::text, 'adviser'::text, 'receiver of a file'::text])))
kernel.disclosures  CHECK ((recipient_name <> ''::text))
kernel.disclosures  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.disclosures  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.disclosures  PRIMARY KEY (id)
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
kernel.notice_details  CHECK ((address <> ''::text))
kernel.notice_details  CHECK ((email = lower(email)))
kernel.notice_details  CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
kernel.notice_details  CHECK ((privacy_contact <> ''::text))
kernel.notice_details  CHECK ((privacy_email = lower(privacy_email)))
kernel.notice_details  CHECK ((privacy_phone ~ '^\+[1-9][0-9]{6,14}$'::text))
kernel.notice_details  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.notice_details  PRIMARY KEY (organisation_id)
kernel.notice_tellings  CHECK ((how = ANY (ARRAY['email'::text, 'sms'::text, 'telephone'::text, 'counter'::text, 'unreachable'::text])))
kernel.notice_tellings  CHECK ((num_nonnulls(member_id, person_id) = 1))
kernel.notice_tellings  CHECK ((state = ANY (ARRAY['told'::text, 'failed'::text, 'bounced'::text, 'unreachable'::text])))
kernel.notice_tellings  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.notice_tellings  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.notice_tellings  FOREIGN KEY (organisation_id, told_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (told_by)
kernel.notice_tellings  FOREIGN KEY (organisation_id, version_id) REFERENCES kernel.notice_versions(organisation_id, id) ON DELETE CASCADE
kernel.notice_tellings  PRIMARY KEY (id)
kernel.notice_tellings  UNIQUE (version_id, member_id)
kernel.notice_tellings  UNIQUE (version_id, person_id)
kernel.notice_versions  CHECK ((material OR (in_force_at IS NOT NULL)))
kernel.notice_versions  CHECK ((number > 0))
kernel.notice_versions  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.notice_versions  PRIMARY KEY (id)
kernel.notice_versions  UNIQUE (organisation_id, id)
kernel.notice_versions  UNIQUE (organisation_id, number)
kernel.openings  CHECK ((cardinality(labels) > 0))
kernel.openings  CHECK ((opener <> ''::text))
kernel.openings  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.openings  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.openings  FOREIGN KEY (organisation_id, opened_by) REFERENCES kernel.memberships(organisation_id, id) ON DELETE SET NULL (opened_by)
kernel.openings  PRIMARY KEY (id)
kernel.organisations  CHECK (((agreed_months >= 0) AND (agreed_months <= 6)))
kernel.organisations  CHECK (((agreement_ends_at IS NULL) = (data_goes_at IS NULL)))
kernel.organisations  CHECK (((data_goes_at >= agreement_ends_at) AND (data_goes_at <= (((agreement_ends_at AT TIME ZONE 'Europe/Oslo'::text) + '6 mons'::interval) AT TIME ZONE 'Europe/Oslo'::text))))
kernel.organisations  CHECK (((kind <> 'operator'::text) OR (agreement_ends_at IS NULL)))
kernel.organisations  CHECK ((country = ANY (ARRAY['NO'::text, 'SE'::text])))
kernel.organisations  CHECK ((kind = ANY (ARRAY['operator'::text, 'housing'::text, 'office'::text, 'shop'::text, 'employer'::text])))
kernel.organisations  CHECK ((name <> ''::text))
kernel.organisations  CHECK ((supplier_authorisation = ANY (ARRAY['general'::text, 'specific'::text])))
kernel.organisations  PRIMARY KEY (id)
kernel.organisations  UNIQUE (country, number)
kernel.page_views  CHECK ((language = ANY (ARRAY['nb'::text, 'sv'::text, 'en'::text])))
kernel.page_views  CHECK ((screen = ANY (ARRAY['narrow'::text, 'wide'::text])))
kernel.page_views  PRIMARY KEY (day, page, language, screen)
kernel.receivers  CHECK (((agreement_ends_at IS NULL) <> (ground IS NULL)))
kernel.receivers  CHECK ((country = ANY (kernel.eea())))
kernel.receivers  CHECK ((ground <> ''::text))
kernel.receivers  CHECK ((name <> ''::text))
kernel.receivers  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.receivers  PRIMARY KEY (id)
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
kernel.runs  CHECK ((num_nonnulls(done_at, failed_at) > 0))
kernel.runs  PRIMARY KEY (name)
kernel.sites  CHECK ((name <> ''::text))
kernel.sites  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.sites  PRIMARY KEY (id)
kernel.sites  UNIQUE (organisation_id, id)
kernel.sites  UNIQUE (organisation_id, name)
kernel.storage_region  CHECK ((country = ANY (kernel.eea())))
kernel.storage_region  CHECK (id)
kernel.storage_region  PRIMARY KEY (id)
kernel.storage_region  UNIQUE (country)
kernel.supplier_agreements  CHECK (((document IS NULL) = (document_name IS NULL)))
kernel.supplier_agreements  CHECK ((document_name <> ''::text))
kernel.supplier_agreements  CHECK ((ends_at > begins_at))
kernel.supplier_agreements  FOREIGN KEY (supplier_id) REFERENCES kernel.suppliers(id) ON DELETE CASCADE
kernel.supplier_agreements  PRIMARY KEY (id)
kernel.supplier_approvals  CHECK ((state = ANY (ARRAY['named'::text, 'asked'::text, 'approved'::text, 'objected'::text])))
kernel.supplier_approvals  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.supplier_approvals  FOREIGN KEY (supplier_id) REFERENCES kernel.suppliers(id) ON DELETE CASCADE
kernel.supplier_approvals  PRIMARY KEY (supplier_id, organisation_id)
kernel.suppliers  CHECK (((host = lower(host)) AND (host <> ''::text)))
kernel.suppliers  CHECK (((host IS NOT NULL) = (recipient = ANY (ARRAY['e-mail provider'::text, 'SMS provider'::text]))))
kernel.suppliers  CHECK ((cardinality(labels) > 0))
kernel.suppliers  CHECK ((country = ANY (kernel.eea())))
kernel.suppliers  CHECK ((name <> ''::text))
kernel.suppliers  CHECK ((number <> ''::text))
kernel.suppliers  CHECK ((recipient = ANY (ARRAY['e-mail provider'::text, 'SMS provider'::text, 'storage provider'::text, 'server provider'::text])))
kernel.suppliers  FOREIGN KEY (stored_in) REFERENCES kernel.storage_region(country)
kernel.suppliers  PRIMARY KEY (id)
kernel.suppliers  UNIQUE (recipient, country, number)
kernel.suppliers  UNIQUE (recipient, host)
kernel.suppressions  CHECK ((address_key ~ '^[0-9a-f]{64}$'::text))
kernel.suppressions  CHECK ((objection <> ''::text))
kernel.suppressions  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.suppressions  PRIMARY KEY (address_key, objection)
kernel.withholdings  CHECK (((member_id IS NULL) OR (organisation_id IS NOT NULL)))
kernel.withholdings  CHECK ((num_nonnulls(member_id, person_id, address) = 1))
kernel.withholdings  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
kernel.withholdings  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
kernel.withholdings  PRIMARY KEY (id)
kernel.withholdings  UNIQUE NULLS NOT DISTINCT (organisation_id, member_id, person_id, address, activity)
support.assignments  FOREIGN KEY (case_id) REFERENCES support.cases(id) ON DELETE CASCADE
support.assignments  FOREIGN KEY (member_id) REFERENCES kernel.memberships(id) ON DELETE CASCADE
support.assignments  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
support.assignments  PRIMARY KEY (case_id)
support.authors  FOREIGN KEY (member_id) REFERENCES kernel.memberships(id) ON DELETE CASCADE
support.authors  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
support.authors  FOREIGN KEY (organisation_id, message_id) REFERENCES support.messages(organisation_id, id) ON DELETE CASCADE
support.authors  PRIMARY KEY (message_id)
support.cases  CHECK (((closed_at IS NULL) OR (state = 'closed'::text)))
support.cases  CHECK ((number > 0))
support.cases  CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'closed'::text])))
support.cases  CHECK ((subject <> ''::text))
support.cases  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
support.cases  FOREIGN KEY (organisation_id, member_id) REFERENCES kernel.memberships(organisation_id, id) ON DELETE CASCADE
support.cases  PRIMARY KEY (id)
support.cases  UNIQUE (organisation_id, id, member_id)
support.cases  UNIQUE (organisation_id, number)
support.messages  CHECK (((body <> ''::text) AND (length(body) <= 4000)))
support.messages  CHECK (((told IS NULL) OR (side = 'person'::text)))
support.messages  CHECK ((side = ANY (ARRAY['person'::text, 'organisation'::text, 'operator'::text])))
support.messages  CHECK ((told = ANY (ARRAY['telephone'::text, 'counter'::text])))
support.messages  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
support.messages  FOREIGN KEY (organisation_id, case_id, member_id) REFERENCES support.cases(organisation_id, id, member_id) ON DELETE CASCADE
support.messages  PRIMARY KEY (id)
support.messages  UNIQUE (organisation_id, id)
support.numbers  CHECK ((last > 0))
support.numbers  FOREIGN KEY (organisation_id) REFERENCES kernel.organisations(id) ON DELETE CASCADE
support.numbers  PRIMARY KEY (organisation_id)

-- indexes

CREATE INDEX adviser_members_member_id_idx ON kernel.adviser_members USING btree (member_id)
CREATE INDEX adviser_members_organisation_id_adviser_id_idx ON kernel.adviser_members USING btree (organisation_id, adviser_id)
CREATE INDEX advisers_email_idx ON kernel.advisers USING btree (email)
CREATE INDEX advisers_ends_at_idx ON kernel.advisers USING btree (ends_at)
CREATE INDEX advisers_invited_by_idx ON kernel.advisers USING btree (invited_by)
CREATE INDEX advisers_person_id_idx ON kernel.advisers USING btree (person_id)
CREATE INDEX alarm_acknowledgements_acknowledged_at_idx ON access.alarm_acknowledgements USING btree (acknowledged_at)
CREATE INDEX alarm_acknowledgements_acknowledged_by_idx ON access.alarm_acknowledgements USING btree (acknowledged_by)
CREATE INDEX alarm_acknowledgements_organisation_id_door_id_idx ON access.alarm_acknowledgements USING btree (organisation_id, door_id)
CREATE INDEX alarm_letters_organisation_id_idx ON access.alarm_letters USING btree (organisation_id)
CREATE INDEX area_resets_area_id_idx ON access.area_resets USING btree (area_id)
CREATE INDEX area_resets_expires_at_idx ON access.area_resets USING btree (expires_at)
CREATE INDEX area_resets_member_id_idx ON access.area_resets USING btree (member_id)
CREATE INDEX assessments_created_at_idx ON kernel.assessments USING btree (created_at)
CREATE INDEX assessments_next_on_idx ON kernel.assessments USING btree (next_on) WHERE (next_on IS NOT NULL)
CREATE INDEX assessments_organisation_id_id_idx ON kernel.assessments USING btree (organisation_id, id)
CREATE INDEX assessments_recorded_by_idx ON kernel.assessments USING btree (recorded_by)
CREATE INDEX assignments_member_id_idx ON support.assignments USING btree (member_id)
CREATE INDEX assignments_organisation_id_idx ON support.assignments USING btree (organisation_id)
CREATE INDEX audit_checks_at_idx ON kernel.audit_checks USING btree (at)
CREATE INDEX audit_contents_about_member_id_idx ON kernel.audit_contents USING btree (about_member_id)
CREATE INDEX audit_contents_at_idx ON kernel.audit_contents USING btree (at)
CREATE INDEX audit_contents_member_id_idx ON kernel.audit_contents USING btree (member_id)
CREATE INDEX audit_contents_organisation_id_at_id_idx ON kernel.audit_contents USING btree (organisation_id, at, id)
CREATE INDEX audit_contents_person_id_idx ON kernel.audit_contents USING btree (person_id)
CREATE INDEX audit_entries_id_idx ON kernel.audit_entries USING btree (id) WHERE (number IS NULL)
CREATE INDEX audit_gone_at_idx ON kernel.audit_gone USING btree (at)
CREATE INDEX authors_member_id_idx ON support.authors USING btree (member_id)
CREATE INDEX authors_organisation_id_message_id_idx ON support.authors USING btree (organisation_id, message_id)
CREATE INDEX breaches_closed_at_idx ON kernel.breaches USING btree (closed_at)
CREATE INDEX breaches_due_at_idx ON kernel.breaches USING btree (due_at) WHERE (closed_at IS NULL)
CREATE INDEX breaches_organisation_id_id_idx ON kernel.breaches USING btree (organisation_id, id)
CREATE INDEX breaches_recorded_by_idx ON kernel.breaches USING btree (recorded_by)
CREATE INDEX cases_closed_at_idx ON support.cases USING btree (closed_at)
CREATE INDEX cases_member_id_opened_at_id_idx ON support.cases USING btree (member_id, opened_at, id)
CREATE INDEX cases_organisation_id_state_turned_at_id_idx ON support.cases USING btree (organisation_id, state, turned_at, id)
CREATE INDEX cases_state_turned_at_id_idx ON support.cases USING btree (state, turned_at, id)
CREATE INDEX code_doors_door_id_idx ON access.code_doors USING btree (door_id)
CREATE INDEX code_doors_given_by_idx ON access.code_doors USING btree (given_by)
CREATE INDEX codes_expires_at_idx ON access.codes USING btree (expires_at)
CREATE INDEX codes_expires_at_idx ON identity.codes USING btree (expires_at)
CREATE INDEX codes_given_by_idx ON access.codes USING btree (given_by)
CREATE INDEX confidentiality_organisation_id_idx ON kernel.confidentiality USING btree (organisation_id)
CREATE INDEX consents_at_idx ON kernel.consents USING btree (at)
CREATE INDEX consents_device_id_idx ON kernel.consents USING btree (device, id)
CREATE INDEX contact_lookups_expires_at_idx ON access.contact_lookups USING btree (expires_at)
CREATE INDEX contact_lookups_member_id_expires_at_idx ON access.contact_lookups USING btree (member_id, expires_at)
CREATE INDEX contact_lookups_organisation_id_expires_at_idx ON access.contact_lookups USING btree (organisation_id, expires_at)
CREATE INDEX controllers_organisation_id_site_id_idx ON access.controllers USING btree (organisation_id, site_id)
CREATE INDEX credentials_member_id_idx ON access.credentials USING btree (member_id)
CREATE INDEX disclosures_at_idx ON kernel.disclosures USING btree (at)
CREATE INDEX disclosures_member_id_id_idx ON kernel.disclosures USING btree (member_id, id)
CREATE INDEX disclosures_organisation_id_idx ON kernel.disclosures USING btree (organisation_id)
CREATE INDEX disclosures_person_id_id_idx ON kernel.disclosures USING btree (person_id, id)
CREATE INDEX door_alarms_began_at_idx ON access.door_alarms USING btree (began_at)
CREATE INDEX door_alarms_door_id_idx ON access.door_alarms USING btree (door_id) WHERE (ended_at IS NULL)
CREATE INDEX door_alarms_organisation_id_began_at_idx ON access.door_alarms USING btree (organisation_id, began_at)
CREATE INDEX door_alarms_organisation_id_idx ON access.door_alarms USING btree (organisation_id) WHERE ((acknowledged_at IS NULL) AND (NOT late))
CREATE INDEX door_group_doors_door_id_idx ON access.door_group_doors USING btree (door_id)
CREATE INDEX door_orders_door_id_until_idx ON access.door_orders USING btree (door_id, until)
CREATE INDEX door_orders_organisation_id_order_id_idx ON access.door_orders USING btree (organisation_id, order_id)
CREATE INDEX door_orders_until_idx ON access.door_orders USING btree (until)
CREATE INDEX doors_airlock_id_idx ON access.doors USING btree (airlock_id)
CREATE INDEX doors_area_id_idx ON access.doors USING btree (area_id)
CREATE INDEX doors_controller_id_idx ON access.doors USING btree (controller_id)
CREATE INDEX doors_organisation_id_log_days_idx ON access.doors USING btree (organisation_id, log_days)
CREATE INDEX doors_unlock_schedule_id_idx ON access.doors USING btree (unlock_schedule_id)
CREATE INDEX eid_logins_person_id_idx ON identity.eid_logins USING btree (person_id)
CREATE INDEX ended_agreements_ended_at_organisation_id_idx ON kernel.ended_agreements USING btree (ended_at DESC, organisation_id)
CREATE INDEX ended_agreements_gone_at_idx ON kernel.ended_agreements USING btree (gone_at)
CREATE INDEX extended_times_organisation_id_idx ON access.extended_times USING btree (organisation_id)
CREATE INDEX grants_door_group_id_idx ON access.grants USING btree (door_group_id)
CREATE INDEX grants_group_id_idx ON access.grants USING btree (group_id)
CREATE INDEX grants_group_id_idx1 ON access.grants USING btree ((
CASE
    WHEN (group_id IS NULL) THEN unit_id
    ELSE group_id
END))
CREATE INDEX grants_member_id_idx ON access.grants USING btree (member_id)
CREATE INDEX grants_organisation_id_id_idx ON access.grants USING btree (organisation_id, id)
CREATE INDEX grants_schedule_id_idx ON access.grants USING btree (schedule_id)
CREATE INDEX grants_valid_until_idx ON access.grants USING btree (valid_until) WHERE (valid_until IS NOT NULL)
CREATE INDEX group_members_member_id_idx ON access.group_members USING btree (member_id)
CREATE INDEX holds_member_id_idx ON kernel.holds USING btree (member_id)
CREATE INDEX holds_organisation_id_until_idx ON kernel.holds USING btree (organisation_id, until)
CREATE INDEX holds_placed_by_idx ON kernel.holds USING btree (placed_by)
CREATE INDEX holds_until_idx ON kernel.holds USING btree (until)
CREATE INDEX integration_doors_door_id_idx ON access.integration_doors USING btree (door_id)
CREATE INDEX integration_doors_organisation_id_idx ON access.integration_doors USING btree (organisation_id)
CREATE INDEX invitations_door_id_idx ON access.invitations USING btree (door_id)
CREATE INDEX invitations_expires_at_idx ON access.invitations USING btree (expires_at)
CREATE INDEX invitations_invited_by_idx ON access.invitations USING btree (invited_by)
CREATE INDEX invitations_organisation_id_id_idx ON access.invitations USING btree (organisation_id, id)
CREATE INDEX leases_do_not_overlap ON access.leases USING gist (access.unit_range(unit_id, unit_id, '[]'::text), tstzrange(starts_at, ends_at))
CREATE INDEX leases_ends_at_idx ON access.leases USING btree (ends_at)
CREATE INDEX leases_unit_id_starts_at_idx ON access.leases USING btree (unit_id, starts_at)
CREATE INDEX letters_expires_at_idx ON kernel.letters USING btree (expires_at)
CREATE INDEX locked_rows_until_idx ON kernel.locked_rows USING btree (until)
CREATE INDEX log_changes_organisation_id_idx ON access.log_changes USING btree (organisation_id)
CREATE INDEX log_holders_organisation_id_member_id_idx ON access.log_holders USING btree (organisation_id, member_id)
CREATE INDEX memberships_email_idx ON kernel.memberships USING btree (email)
CREATE INDEX memberships_organisation_id_name_id_idx ON kernel.memberships USING btree (organisation_id, name, id)
CREATE INDEX memberships_person_id_idx ON kernel.memberships USING btree (person_id)
CREATE INDEX memberships_phone_idx ON kernel.memberships USING btree (phone)
CREATE INDEX messages_case_id_idx ON support.messages USING btree (case_id)
CREATE INDEX messages_member_id_at_idx ON support.messages USING btree (member_id, at)
CREATE INDEX messages_organisation_id_case_id_member_id_at_id_idx ON support.messages USING btree (organisation_id, case_id, member_id, at, id)
CREATE INDEX notice_tellings_organisation_id_member_id_idx ON kernel.notice_tellings USING btree (organisation_id, member_id)
CREATE INDEX notice_tellings_organisation_id_told_by_idx ON kernel.notice_tellings USING btree (organisation_id, told_by)
CREATE INDEX notice_tellings_person_id_idx ON kernel.notice_tellings USING btree (person_id)
CREATE INDEX opening_requests_door_id_idx ON access.opening_requests USING btree (door_id)
CREATE INDEX opening_requests_expires_at_idx ON access.opening_requests USING btree (expires_at)
CREATE INDEX opening_requests_member_id_idx ON access.opening_requests USING btree (member_id)
CREATE INDEX openings_at_idx ON kernel.openings USING btree (at)
CREATE INDEX openings_member_id_id_idx ON kernel.openings USING btree (member_id, id)
CREATE INDEX openings_opened_by_idx ON kernel.openings USING btree (opened_by)
CREATE INDEX openings_organisation_id_idx ON kernel.openings USING btree (organisation_id)
CREATE INDEX order_reasons_ordered_by_idx ON access.order_reasons USING btree (ordered_by)
CREATE INDEX order_reasons_until_idx ON access.order_reasons USING btree (until)
CREATE INDEX organisations_agreement_ends_at_idx ON kernel.organisations USING btree (agreement_ends_at) WHERE (agreement_ends_at IS NOT NULL)
CREATE INDEX passages_door_id_at_id_idx1 ON ONLY access.passages USING btree (door_id, at DESC, id DESC)
CREATE INDEX passages_holder_id_at_id_idx ON ONLY access.passages USING btree (holder_id, at DESC, id DESC)
CREATE INDEX passages_organisation_id_received_at_id_idx1 ON ONLY access.passages USING btree (organisation_id, received_at, id)
CREATE INDEX passkeys_person_id_idx ON identity.passkeys USING btree (person_id)
CREATE INDEX pending_sign_ins_expires_at_idx ON identity.pending_sign_ins USING btree (expires_at)
CREATE INDEX pending_sign_ins_session_id_idx ON identity.pending_sign_ins USING btree (session_id)
CREATE INDEX receivers_organisation_id_name_said_at_idx ON kernel.receivers USING btree (organisation_id, name, said_at)
CREATE INDEX receivers_said_at_idx ON kernel.receivers USING btree (said_at)
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
CREATE INDEX supplier_agreements_ends_at_idx ON kernel.supplier_agreements USING btree (ends_at)
CREATE INDEX supplier_agreements_supplier_id_begins_at_idx ON kernel.supplier_agreements USING btree (supplier_id, begins_at)
CREATE INDEX supplier_approvals_organisation_id_idx ON kernel.supplier_approvals USING btree (organisation_id)
CREATE INDEX suppliers_name_id_idx ON kernel.suppliers USING btree (name, id)
CREATE INDEX suppressions_ends_at_idx ON kernel.suppressions USING btree (ends_at)
CREATE INDEX suppressions_organisation_id_idx ON kernel.suppressions USING btree (organisation_id)
CREATE INDEX tenants_ends_at_idx ON access.tenants USING btree (ends_at)
CREATE INDEX tenants_member_id_idx ON access.tenants USING btree (member_id)
CREATE INDEX tenants_unit_id_idx ON access.tenants USING btree (unit_id)
CREATE INDEX units_group_id_idx ON access.units USING btree (group_id)
CREATE INDEX usage_cells_door_id_idx ON access.usage_cells USING btree (door_id)
CREATE INDEX usage_cells_organisation_id_idx ON access.usage_cells USING btree (organisation_id)
CREATE INDEX usage_weeks_organisation_id_week_site_id_idx ON access.usage_weeks USING btree (organisation_id, week DESC, site_id)
CREATE INDEX withholdings_address_idx ON kernel.withholdings USING btree (address)
CREATE INDEX withholdings_member_id_idx ON kernel.withholdings USING btree (member_id)
CREATE INDEX withholdings_person_id_idx ON kernel.withholdings USING btree (person_id)
CREATE UNIQUE INDEX adviser_members_adviser_id_member_id_key ON kernel.adviser_members USING btree (adviser_id, member_id)
CREATE UNIQUE INDEX adviser_members_pkey ON kernel.adviser_members USING btree (id)
CREATE UNIQUE INDEX advisers_organisation_id_id_key ON kernel.advisers USING btree (organisation_id, id)
CREATE UNIQUE INDEX advisers_pkey ON kernel.advisers USING btree (id)
CREATE UNIQUE INDEX airlocks_organisation_id_id_key ON access.airlocks USING btree (organisation_id, id)
CREATE UNIQUE INDEX airlocks_organisation_id_name_key ON access.airlocks USING btree (organisation_id, name)
CREATE UNIQUE INDEX airlocks_pkey ON access.airlocks USING btree (id)
CREATE UNIQUE INDEX alarm_acknowledgements_door_id_alarm_id_key ON access.alarm_acknowledgements USING btree (door_id, alarm_id)
CREATE UNIQUE INDEX alarm_acknowledgements_pkey ON access.alarm_acknowledgements USING btree (id)
CREATE UNIQUE INDEX alarm_letters_pkey ON access.alarm_letters USING btree (member_id)
CREATE UNIQUE INDEX area_resets_pkey ON access.area_resets USING btree (id)
CREATE UNIQUE INDEX areas_organisation_id_id_key ON access.areas USING btree (organisation_id, id)
CREATE UNIQUE INDEX areas_organisation_id_name_key ON access.areas USING btree (organisation_id, name)
CREATE UNIQUE INDEX areas_pkey ON access.areas USING btree (id)
CREATE UNIQUE INDEX assessments_pkey ON kernel.assessments USING btree (id)
CREATE UNIQUE INDEX assignments_pkey ON support.assignments USING btree (case_id)
CREATE UNIQUE INDEX audit_checks_pkey ON kernel.audit_checks USING btree (id)
CREATE UNIQUE INDEX audit_contents_pkey ON kernel.audit_contents USING btree (id)
CREATE UNIQUE INDEX audit_entries_number_key ON kernel.audit_entries USING btree (number)
CREATE UNIQUE INDEX audit_entries_pkey ON kernel.audit_entries USING btree (id)
CREATE UNIQUE INDEX audit_gone_pkey ON kernel.audit_gone USING btree (id, part)
CREATE UNIQUE INDEX authors_pkey ON support.authors USING btree (message_id)
CREATE UNIQUE INDEX breaches_pkey ON kernel.breaches USING btree (id)
CREATE UNIQUE INDEX cases_organisation_id_id_member_id_key ON support.cases USING btree (organisation_id, id, member_id)
CREATE UNIQUE INDEX cases_organisation_id_number_key ON support.cases USING btree (organisation_id, number)
CREATE UNIQUE INDEX cases_pkey ON support.cases USING btree (id)
CREATE UNIQUE INDEX code_doors_pkey ON access.code_doors USING btree (code_id, door_id)
CREATE UNIQUE INDEX codes_organisation_id_id_key ON access.codes USING btree (organisation_id, id)
CREATE UNIQUE INDEX codes_organisation_id_number_hash_key ON access.codes USING btree (organisation_id, number_hash)
CREATE UNIQUE INDEX codes_pkey ON access.codes USING btree (id)
CREATE UNIQUE INDEX codes_pkey ON identity.codes USING btree (id)
CREATE UNIQUE INDEX confidentiality_member_id_version_key ON kernel.confidentiality USING btree (member_id, version)
CREATE UNIQUE INDEX confidentiality_pkey ON kernel.confidentiality USING btree (id)
CREATE UNIQUE INDEX consents_pkey ON kernel.consents USING btree (id)
CREATE UNIQUE INDEX contact_lookups_pkey ON access.contact_lookups USING btree (id)
CREATE UNIQUE INDEX controllers_organisation_id_id_key ON access.controllers USING btree (organisation_id, id)
CREATE UNIQUE INDEX controllers_organisation_id_name_key ON access.controllers USING btree (organisation_id, name)
CREATE UNIQUE INDEX controllers_pkey ON access.controllers USING btree (id)
CREATE UNIQUE INDEX credentials_one_pass ON access.credentials USING btree (organisation_id, member_id) WHERE (kind = 'phone-pass'::text)
CREATE UNIQUE INDEX credentials_one_pin ON access.credentials USING btree (organisation_id, member_id) WHERE (kind = 'pin'::text)
CREATE UNIQUE INDEX credentials_organisation_id_duress_hash_key ON access.credentials USING btree (organisation_id, duress_hash)
CREATE UNIQUE INDEX credentials_organisation_id_number_hash_key ON access.credentials USING btree (organisation_id, number_hash)
CREATE UNIQUE INDEX credentials_pkey ON access.credentials USING btree (id)
CREATE UNIQUE INDEX disclosures_pkey ON kernel.disclosures USING btree (id)
CREATE UNIQUE INDEX door_alarms_pkey ON access.door_alarms USING btree (door_id, id)
CREATE UNIQUE INDEX door_group_doors_pkey ON access.door_group_doors USING btree (door_group_id, door_id)
CREATE UNIQUE INDEX door_groups_organisation_id_id_key ON access.door_groups USING btree (organisation_id, id)
CREATE UNIQUE INDEX door_groups_organisation_id_name_key ON access.door_groups USING btree (organisation_id, name)
CREATE UNIQUE INDEX door_groups_pkey ON access.door_groups USING btree (id)
CREATE UNIQUE INDEX door_orders_door_id_idx ON access.door_orders USING btree (door_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX door_orders_pkey ON access.door_orders USING btree (order_id, door_id)
CREATE UNIQUE INDEX doors_controller_id_output_key ON access.doors USING btree (controller_id, output)
CREATE UNIQUE INDEX doors_organisation_id_id_key ON access.doors USING btree (organisation_id, id)
CREATE UNIQUE INDEX doors_organisation_id_site_id_name_key ON access.doors USING btree (organisation_id, site_id, name)
CREATE UNIQUE INDEX doors_pkey ON access.doors USING btree (id)
CREATE UNIQUE INDEX eid_logins_pkey ON identity.eid_logins USING btree (issuer, subject)
CREATE UNIQUE INDEX ended_agreements_pkey ON kernel.ended_agreements USING btree (organisation_id)
CREATE UNIQUE INDEX extended_times_pkey ON access.extended_times USING btree (member_id)
CREATE UNIQUE INDEX grants_are_given_once ON access.grants USING btree (door_id, door_group_id, member_id, group_id, unit_id, role, valid_from, valid_until, schedule_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX grants_pkey ON access.grants USING btree (id)
CREATE UNIQUE INDEX group_members_pkey ON access.group_members USING btree (group_id, member_id)
CREATE UNIQUE INDEX groups_organisation_id_id_key ON access.groups USING btree (organisation_id, id)
CREATE UNIQUE INDEX groups_organisation_id_name_key ON access.groups USING btree (organisation_id, name)
CREATE UNIQUE INDEX groups_pkey ON access.groups USING btree (id)
CREATE UNIQUE INDEX handovers_pkey ON identity.handovers USING btree (person_id, file_id)
CREATE UNIQUE INDEX holds_pkey ON kernel.holds USING btree (id)
CREATE UNIQUE INDEX integration_doors_pkey ON access.integration_doors USING btree (integration_id, door_id)
CREATE UNIQUE INDEX integrations_organisation_id_id_key ON access.integrations USING btree (organisation_id, id)
CREATE UNIQUE INDEX integrations_organisation_id_name_key ON access.integrations USING btree (organisation_id, name)
CREATE UNIQUE INDEX integrations_pkey ON access.integrations USING btree (id)
CREATE UNIQUE INDEX integrations_token_hash_key ON access.integrations USING btree (token_hash)
CREATE UNIQUE INDEX invitations_pkey ON access.invitations USING btree (id)
CREATE UNIQUE INDEX leases_organisation_id_id_key ON access.leases USING btree (organisation_id, id)
CREATE UNIQUE INDEX leases_pkey ON access.leases USING btree (id)
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
CREATE UNIQUE INDEX messages_organisation_id_id_key ON support.messages USING btree (organisation_id, id)
CREATE UNIQUE INDEX messages_pkey ON support.messages USING btree (id)
CREATE UNIQUE INDEX notice_details_pkey ON kernel.notice_details USING btree (organisation_id)
CREATE UNIQUE INDEX notice_tellings_pkey ON kernel.notice_tellings USING btree (id)
CREATE UNIQUE INDEX notice_tellings_version_id_member_id_key ON kernel.notice_tellings USING btree (version_id, member_id)
CREATE UNIQUE INDEX notice_tellings_version_id_person_id_key ON kernel.notice_tellings USING btree (version_id, person_id)
CREATE UNIQUE INDEX notice_versions_organisation_id_id_key ON kernel.notice_versions USING btree (organisation_id, id)
CREATE UNIQUE INDEX notice_versions_organisation_id_number_key ON kernel.notice_versions USING btree (organisation_id, number)
CREATE UNIQUE INDEX notice_versions_pkey ON kernel.notice_versions USING btree (id)
CREATE UNIQUE INDEX numbers_pkey ON support.numbers USING btree (organisation_id)
CREATE UNIQUE INDEX opening_requests_pkey ON access.opening_requests USING btree (id)
CREATE UNIQUE INDEX openings_pkey ON kernel.openings USING btree (id)
CREATE UNIQUE INDEX order_reasons_organisation_id_order_id_key ON access.order_reasons USING btree (organisation_id, order_id)
CREATE UNIQUE INDEX order_reasons_pkey ON access.order_reasons USING btree (id)
CREATE UNIQUE INDEX organisations_country_number_key ON kernel.organisations USING btree (country, number)
CREATE UNIQUE INDEX organisations_pkey ON kernel.organisations USING btree (id)
CREATE UNIQUE INDEX page_views_pkey ON kernel.page_views USING btree (day, page, language, screen)
CREATE UNIQUE INDEX passages_key ON ONLY access.passages USING btree (id, expires_at)
CREATE UNIQUE INDEX passkeys_pkey ON identity.passkeys USING btree (id)
CREATE UNIQUE INDEX pending_sign_ins_pkey ON identity.pending_sign_ins USING btree (id)
CREATE UNIQUE INDEX persons_email_idx ON identity.persons USING btree (email) WHERE (email_verified_at IS NOT NULL)
CREATE UNIQUE INDEX persons_phone_idx ON identity.persons USING btree (phone) WHERE (phone_verified_at IS NOT NULL)
CREATE UNIQUE INDEX persons_pkey ON identity.persons USING btree (id)
CREATE UNIQUE INDEX pictures_pkey ON identity.pictures USING btree (person_id)
CREATE UNIQUE INDEX receivers_pkey ON kernel.receivers USING btree (id)
CREATE UNIQUE INDEX request_trail_pkey ON kernel.request_trail USING btree (id)
CREATE UNIQUE INDEX requests_number_key ON kernel.requests USING btree (number)
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_address_idx ON kernel.requests USING btree (organisation_id, kind, activity, address) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NULL) AND (person_id IS NULL))
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_member_id_idx ON kernel.requests USING btree (organisation_id, kind, activity, member_id) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NOT NULL))
CREATE UNIQUE INDEX requests_organisation_id_kind_activity_person_id_idx ON kernel.requests USING btree (organisation_id, kind, activity, person_id) NULLS NOT DISTINCT WHERE ((state = 'received'::text) AND (member_id IS NULL) AND (person_id IS NOT NULL))
CREATE UNIQUE INDEX requests_pkey ON kernel.requests USING btree (id)
CREATE UNIQUE INDEX residents_pkey ON access.residents USING btree (unit_id, member_id)
CREATE UNIQUE INDEX retention_ledger_pkey ON kernel.retention_ledger USING btree (id)
CREATE UNIQUE INDEX runs_pkey ON kernel.runs USING btree (name)
CREATE UNIQUE INDEX schedules_organisation_id_id_key ON access.schedules USING btree (organisation_id, id)
CREATE UNIQUE INDEX schedules_organisation_id_name_key ON access.schedules USING btree (organisation_id, name)
CREATE UNIQUE INDEX schedules_pkey ON access.schedules USING btree (id)
CREATE UNIQUE INDEX sessions_pkey ON identity.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_hash_key ON identity.sessions USING btree (token_hash)
CREATE UNIQUE INDEX sign_in_attempts_pkey ON identity.sign_in_attempts USING btree (id)
CREATE UNIQUE INDEX sites_organisation_id_id_key ON kernel.sites USING btree (organisation_id, id)
CREATE UNIQUE INDEX sites_organisation_id_name_key ON kernel.sites USING btree (organisation_id, name)
CREATE UNIQUE INDEX sites_pkey ON kernel.sites USING btree (id)
CREATE UNIQUE INDEX storage_region_country_key ON kernel.storage_region USING btree (country)
CREATE UNIQUE INDEX storage_region_pkey ON kernel.storage_region USING btree (id)
CREATE UNIQUE INDEX supplier_agreements_pkey ON kernel.supplier_agreements USING btree (id)
CREATE UNIQUE INDEX supplier_approvals_pkey ON kernel.supplier_approvals USING btree (supplier_id, organisation_id)
CREATE UNIQUE INDEX suppliers_pkey ON kernel.suppliers USING btree (id)
CREATE UNIQUE INDEX suppliers_recipient_country_number_key ON kernel.suppliers USING btree (recipient, country, number)
CREATE UNIQUE INDEX suppliers_recipient_host_key ON kernel.suppliers USING btree (recipient, host)
CREATE UNIQUE INDEX suppressions_pkey ON kernel.suppressions USING btree (address_key, objection)
CREATE UNIQUE INDEX tenants_pkey ON access.tenants USING btree (lease_id, member_id)
CREATE UNIQUE INDEX units_organisation_id_id_key ON access.units USING btree (organisation_id, id)
CREATE UNIQUE INDEX units_organisation_id_site_id_name_key ON access.units USING btree (organisation_id, site_id, name)
CREATE UNIQUE INDEX units_pkey ON access.units USING btree (id)
CREATE UNIQUE INDEX usage_cells_site_id_week_door_id_key ON access.usage_cells USING btree (site_id, week, door_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX usage_weeks_pkey ON access.usage_weeks USING btree (site_id, week)
CREATE UNIQUE INDEX withholdings_organisation_id_member_id_person_id_address_ac_key ON kernel.withholdings USING btree (organisation_id, member_id, person_id, address, activity) NULLS NOT DISTINCT
CREATE UNIQUE INDEX withholdings_pkey ON kernel.withholdings USING btree (id)

-- policies

access.airlocks  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.airlocks  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.airlocks  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.alarm_acknowledgements  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.alarm_acknowledgements  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
access.alarm_acknowledgements  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((acknowledged_at <= (now() - '2160:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (acknowledged_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.alarm_acknowledgements  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.alarm_acknowledgements  kernel_restriction for SELECT using (((acknowledged_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.alarm_acknowledgements  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text])))) AND (acknowledged_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (acknowledged_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.alarm_acknowledgements  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.alarm_letters  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.alarm_letters  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.alarm_letters  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.alarm_letters  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.alarm_letters  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.tell-alarms'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.alarm_letters  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.area_resets  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.area_resets  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.area_resets  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.area_resets  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.area_resets  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.area_resets  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text, 'access.run-controllers'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.area_resets  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.areas  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.areas  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.areas  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.code_doors  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.code_doors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.code_doors  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.code_doors  kernel_restriction for SELECT using (((given_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.code_doors  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.own-credentials'::text, 'access.run-controllers'::text, 'access.administer-grants'::text])))) AND (given_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (given_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.code_doors  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.codes  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.codes  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.codes  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (given_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.codes  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.codes  kernel_restriction for SELECT using (((given_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.codes  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.own-credentials'::text, 'access.run-controllers'::text, 'access.administer-grants'::text])))) AND (given_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (given_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.codes  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.contact_lookups  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.contact_lookups  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.contact_lookups  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.contact_lookups  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.contact_lookups  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.contact_lookups  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-grants'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.contact_lookups  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.controllers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.controllers  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.controllers  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.credentials  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.credentials  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.credentials  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.credentials  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.credentials  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-grants'::text, 'access.own-credentials'::text, 'access.run-controllers'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.credentials  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.door_alarms  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.door_alarms  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((began_at <= (now() - '2160:00:00'::interval)) IS NOT TRUE))) check ()
access.door_alarms  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.door_alarms  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.door_group_doors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.door_group_doors  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.door_group_doors  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.door_groups  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.door_groups  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.door_groups  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text]))) check ()
access.door_orders  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.door_orders  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((until <= (now() - '2160:00:00'::interval)) IS NOT TRUE))) check ()
access.door_orders  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.door_orders  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.doors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.doors  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.doors  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.extended_times  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.extended_times  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.extended_times  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.extended_times  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.extended_times  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-grants'::text, 'access.own-credentials'::text, 'access.open-doors'::text, 'access.run-controllers'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.extended_times  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.grants  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.grants  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.grants  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((valid_until <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.grants  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.grants  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.grants  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text, 'access.administer-grants'::text, 'access.import'::text, 'access.open-doors'::text, 'access.run-controllers'::text, 'access.tell-alarms'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.grants  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.group_members  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.group_members  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.group_members  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.group_members  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.group_members  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text, 'access.administer-grants'::text, 'access.open-doors'::text, 'access.run-controllers'::text, 'access.import'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.group_members  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.groups  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.groups  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.groups  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text]))) check ()
access.integration_doors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.integration_doors  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.integration_doors  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.integrations  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.integrations  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.integrations  sign_in for SELECT using ((kernel.doing(VARIADIC ARRAY['access.share-with-integrations'::text]) AND (kernel.organisation() IS NULL))) check ()
access.integrations  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.invitations  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.invitations  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.invitations  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((email = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))) OR (invited_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))) check ()
access.invitations  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.invitations  kernel_restriction for SELECT using ((((email = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) OR (invited_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
access.invitations  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.invite'::text, 'access.accept-invitation'::text])))) AND (((email = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))) OR (invited_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (((email = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))) OR (invited_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
access.invitations  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text]))) check ()
access.leases  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.leases  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((ends_at <= (now() - '2160:00:00'::interval)) IS NOT TRUE))) check ()
access.leases  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.leases  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.log_changes  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.log_changes  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.log_changes  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.log_holders  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.log_holders  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.log_holders  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.open-doors'::text, 'access.run-controllers'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.log_holders  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.opening_requests  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.opening_requests  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.opening_requests  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.opening_requests  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.opening_requests  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.opening_requests  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.open-doors'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.opening_requests  own for ALL using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = 'access.open-doors'::text) AND (member_id = ( SELECT kernel.member() AS member)))) check ()
access.order_reasons  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.order_reasons  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
access.order_reasons  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((until <= (now() - '2160:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (ordered_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.order_reasons  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.order_reasons  kernel_restriction for SELECT using (((ordered_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.order_reasons  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text])))) AND (ordered_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (ordered_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.order_reasons  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.passages  count_use for SELECT using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = 'access.statistics'::text))) check ()
access.passages  interval_in_force for SELECT using (((NOT (door_id = ANY (ARRAY( SELECT c.door_id
   FROM access.log_changes c
  WHERE (kernel.activity() IS DISTINCT FROM 'kernel.retention'::text))))) OR (at > access.log_start(door_id)))) check ()
access.passages  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.passages  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.passages  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))))) check ()
access.passages  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.passages  kernel_restriction for SELECT using (((holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))))) IS NOT TRUE)) check ()
access.passages  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.open-doors'::text, 'access.run-controllers'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text, 'access.statistics'::text])))) AND (holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (holder_id = ANY (ARRAY( SELECT log_holders.id
   FROM access.log_holders
  WHERE (log_holders.member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))))
access.passages  names_in_force for SELECT using (((holder_id IS NULL) OR ( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.answer-rights'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR (NOT (door_id = ANY (( SELECT access.unnamed_doors() AS unnamed_doors)::uuid[]))))) check ()
access.passages  read_door for SELECT using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = ANY (ARRAY['access.read-door-log'::text, 'access.hand-on-log'::text])) AND (door_id = ANY (ARRAY( SELECT a.door_id
   FROM access.administered(kernel.member()) a(door_id, role)))))) check ()
access.passages  read_own for SELECT using (((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (holder_id = ANY (ARRAY( SELECT h.id
   FROM access.log_holders h
  WHERE (h.member_id = kernel.member())))))) check ()
access.passages  record for ALL using ((( SELECT kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]) AS doing) OR ((organisation_id = ( SELECT kernel.organisation() AS organisation)) AND (( SELECT kernel.activity() AS activity) = 'access.open-doors'::text) AND ((holder_id IS NULL) OR (holder_id = ANY (ARRAY( SELECT h.id
   FROM access.log_holders h
  WHERE (h.member_id = kernel.member())))))))) check ()
access.passages  share for SELECT using (((organisation_id = kernel.organisation()) AND (kernel.activity() = 'access.share-with-integrations'::text) AND (door_id = ANY (ARRAY( SELECT access.shared_doors() AS shared_doors))))) check ()
access.residents  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.residents  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.residents  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.residents  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.residents  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text, 'access.administer-grants'::text, 'access.open-doors'::text, 'access.run-controllers'::text, 'access.import'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.residents  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.schedules  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.schedules  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.schedules  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.tenants  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
access.tenants  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.tenants  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((ends_at <= (now() - '2160:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
access.tenants  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
access.tenants  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
access.tenants  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['access.administer-doors'::text, 'access.administer-grants'::text, 'access.open-doors'::text, 'access.run-controllers'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
access.tenants  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.units  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.units  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.units  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['access.run-controllers'::text]))) check ()
access.usage_cells  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.usage_cells  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.usage_cells  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
access.usage_weeks  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
access.usage_weeks  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
access.usage_weeks  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
identity.codes  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.codes  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((address = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))) OR (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[])))))) check ()
identity.codes  kernel_restriction for SELECT using ((((address = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) OR (person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
identity.codes  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND (( SELECT kernel.asked() AS asked) IS NULL)) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[]))))) check ()
identity.codes  sign_in for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.eid_logins  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.eid_logins  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.eid_logins  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.eid_logins  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.handovers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.handovers  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.handovers  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.handovers  own for ALL using ((person_id = kernel.person())) check ()
identity.passkeys  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.passkeys  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.passkeys  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.passkeys  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.pending_sign_ins  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.pending_sign_ins  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[]))))) check ()
identity.pending_sign_ins  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.pending_sign_ins  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.pending_sign_ins  sign_in for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.persons  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.persons  kernel_restriction for SELECT using (((id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.persons  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.persons  own for ALL using (((id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.persons  people for SELECT using (((kernel.activity() = 'identity.administer-people'::text) AND kernel.belongs(id, kernel.organisation()))) check ()
identity.persons  shared for SELECT using (((kernel.activity() = 'access.share-with-integrations'::text) AND kernel.belongs(id, kernel.organisation()))) check ()
identity.persons  tell for SELECT using (((kernel.activity() = 'kernel.tell-notice'::text) AND kernel.belongs_nowhere(id))) check ()
identity.pictures  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.pictures  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.pictures  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.pictures  own for ALL using ((person_id = kernel.person())) check ()
identity.sessions  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.sessions  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[]))))) check ()
identity.sessions  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.sessions  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.sessions  own for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
identity.sign_in_attempts  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
identity.sign_in_attempts  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '2160:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[]))))) check ()
identity.sign_in_attempts  kernel_restriction for SELECT using (((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
identity.sign_in_attempts  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))) check ()
identity.sign_in_attempts  misuse for ALL using (((person_id = kernel.person()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text, 'identity.prevent-misuse'::text]))) check ()
kernel.adviser_members  desk for ALL using (((organisation_id = kernel.organisation()) AND kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]))) check ()
kernel.adviser_members  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.adviser_members  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.adviser_members  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.adviser_members  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
kernel.adviser_members  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.advise'::text, 'kernel.run-privacy-desk'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
kernel.advisers  claim for UPDATE using (kernel.doing(VARIADIC ARRAY['identity.sign-in'::text])) check ()
kernel.advisers  desk for ALL using (((organisation_id = kernel.organisation()) AND kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]))) check ()
kernel.advisers  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.advisers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.advisers  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((ends_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[])) OR (email = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))) OR (invited_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))) check ()
kernel.advisers  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.advisers  kernel_restriction for SELECT using ((((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) OR (email = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) OR (invited_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.advisers  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.advise'::text, 'kernel.run-privacy-desk'::text, 'identity.sign-in'::text, 'identity.account'::text])))) AND ((person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((email = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))) OR (invited_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((email = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))) OR (invited_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
kernel.advisers  own for SELECT using (((person_id = kernel.person()) AND kernel.doing(VARIADIC ARRAY['kernel.advise'::text, 'identity.account'::text]))) check ()
kernel.advisers  sign for UPDATE using (((person_id = kernel.person()) AND kernel.doing(VARIADIC ARRAY['kernel.advise'::text]))) check ()
kernel.advisers  sign_in for SELECT using (kernel.doing(VARIADIC ARRAY['identity.sign-in'::text])) check ()
kernel.assessments  desk for ALL using ((kernel.doing(VARIADIC ARRAY['kernel.account-for'::text]) AND ((organisation_id = kernel.organisation()) OR (kernel.organisation() IS NULL)))) check ()
kernel.assessments  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.assessments  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.assessments  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((created_at <= (now() - '87600:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (recorded_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
kernel.assessments  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.assessments  kernel_restriction for SELECT using (((recorded_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
kernel.assessments  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.account-for'::text])))) AND (recorded_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (recorded_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
kernel.audit_checks  keep for ALL using (kernel.doing(VARIADIC ARRAY['kernel.keep-audit'::text])) check ()
kernel.audit_checks  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.audit_checks  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.audit_checks  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.audit_checks  show for SELECT using ((kernel.activity() = 'kernel.read-audit'::text)) check ()
kernel.audit_contents  append for INSERT using () check ((kernel.activity() IS NOT NULL))
kernel.audit_contents  keep for ALL using (kernel.doing(VARIADIC ARRAY['kernel.keep-audit'::text])) check ()
kernel.audit_contents  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.audit_contents  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.audit_contents  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[])) OR (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])) OR (about_member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))) check ()
kernel.audit_contents  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.audit_contents  kernel_restriction for SELECT using ((((person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) OR (member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (about_member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.audit_contents  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.keep-audit'::text, 'kernel.read-audit'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text])))) AND ((person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (about_member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (about_member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
kernel.audit_contents  show for SELECT using ((( SELECT (kernel.activity() = 'kernel.read-audit'::text)) AND ((organisation_id = ( SELECT kernel.organisation() AS organisation)) OR (((organisation_id IS NULL) OR (by_role = 'operator'::text)) AND ( SELECT kernel.is_operator(kernel.organisation()) AS is_operator))))) check ()
kernel.audit_entries  append for INSERT using () check ((kernel.activity() IS NOT NULL))
kernel.audit_entries  keep for ALL using (kernel.doing(VARIADIC ARRAY['kernel.keep-audit'::text])) check ()
kernel.audit_entries  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.audit_entries  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.audit_entries  show for SELECT using ((kernel.activity() = 'kernel.read-audit'::text)) check ()
kernel.audit_gone  append for INSERT using () check ((kernel.activity() = ANY (ARRAY['kernel.erase'::text, 'kernel.retention'::text])))
kernel.audit_gone  keep for ALL using (kernel.doing(VARIADIC ARRAY['kernel.keep-audit'::text])) check ()
kernel.audit_gone  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.audit_gone  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.audit_gone  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.breaches  desk for ALL using ((kernel.doing(VARIADIC ARRAY['kernel.account-for'::text]) AND ((organisation_id = kernel.organisation()) OR (kernel.organisation() IS NULL)))) check ()
kernel.breaches  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.breaches  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.breaches  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((closed_at <= (now() - '87600:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (recorded_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
kernel.breaches  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.breaches  kernel_restriction for SELECT using (((recorded_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
kernel.breaches  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.account-for'::text])))) AND (recorded_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (recorded_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
kernel.confidentiality  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.confidentiality  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.confidentiality  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.confidentiality  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
kernel.confidentiality  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.bind-staff'::text, 'identity.sign-in'::text, 'identity.account'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
kernel.confidentiality  read for SELECT using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text, 'kernel.set-up'::text]) OR kernel.is_own(member_id))) check ()
kernel.confidentiality  sign for INSERT using () check ((((organisation_id = kernel.organisation()) AND (member_id = kernel.member()) AND (kernel.activity() = 'kernel.bind-staff'::text)) OR (kernel.activity() = 'kernel.set-up'::text)))
kernel.consents  keep for ALL using (kernel.doing(VARIADIC ARRAY['kernel.keep-consents'::text])) check ()
kernel.consents  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.consents  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.consents  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.disclosures  disclose for ALL using ((kernel.activity() = 'kernel.disclose'::text)) check ()
kernel.disclosures  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.disclosures  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.disclosures  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[])))))) check ()
kernel.disclosures  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.disclosures  kernel_restriction for SELECT using ((((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.disclosures  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.disclose'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))))
kernel.disclosures  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.ended_agreements  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.ended_agreements  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((gone_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.ended_agreements  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.ended_agreements  read for SELECT using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.administer-organisations'::text]))) check ()
kernel.holds  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.holds  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.holds  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((until <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])) OR (placed_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))) check ()
kernel.holds  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.holds  kernel_restriction for SELECT using ((((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (placed_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.holds  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.run-privacy-desk'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (placed_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (placed_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
kernel.holds  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.letters  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.letters  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((expires_at <= now()) IS NOT TRUE))) check ()
kernel.letters  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.letters  send for ALL using (kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text])) check ()
kernel.locked_rows  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.locked_rows  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.locked_rows  tenant for ALL using (((organisation_id = kernel.organisation()) OR ((kernel.organisation() IS NULL) AND (kernel.activity() IS NOT NULL)))) check ()
kernel.memberships  advised for SELECT using ((( SELECT kernel.doing(VARIADIC ARRAY['kernel.advise'::text]) AS doing) AND (id = ANY (ARRAY( SELECT kernel.advised_members() AS advised_members))))) check ()
kernel.memberships  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.memberships  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.memberships  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.memberships  kernel_restriction for SELECT using ((((id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.memberships  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.administer-organisations'::text, 'kernel.set-up'::text, 'identity.account'::text, 'identity.administer-people'::text, 'access.administer-grants'::text, 'access.import'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.tell-notice'::text, 'kernel.bind-staff'::text, 'kernel.account-for'::text, 'kernel.read-audit'::text, 'kernel.advise'::text, 'kernel.open-person'::text, 'identity.sign-in'::text, 'access.invite'::text, 'access.accept-invitation'::text, 'access.administer-doors'::text, 'access.open-doors'::text, 'access.read-own-log'::text, 'access.read-door-log'::text, 'access.hand-on-log'::text, 'access.share-with-integrations'::text, 'support.ask'::text, 'support.handle'::text, 'support.tell'::text, 'access.run-controllers'::text, 'access.tell-alarms'::text])))) AND ((id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])))))
kernel.memberships  support for SELECT using (((kernel.activity() = 'support.tell'::text) AND support.is_assigned(id))) check ()
kernel.memberships  tenant for ALL using (((organisation_id = kernel.organisation()) OR ((person_id = kernel.person()) AND (kernel.activity() = 'identity.account'::text)) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text]))) check ()
kernel.notice_details  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.notice_details  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.notice_details  processor for SELECT using (kernel.doing(VARIADIC ARRAY['kernel.administer-organisations'::text])) check ()
kernel.notice_details  publish for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.publish-notice'::text]) AND kernel.is_operator(organisation_id))) check ()
kernel.notice_details  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.notice_tellings  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.notice_tellings  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.notice_tellings  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.notice_tellings  kernel_restriction for SELECT using ((((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) OR (told_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.notice_tellings  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.tell-notice'::text, 'kernel.run-privacy-desk'::text, 'identity.administer-people'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR (told_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR (told_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
kernel.notice_tellings  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.notice_versions  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.notice_versions  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.notice_versions  publish for SELECT using (kernel.doing(VARIADIC ARRAY['kernel.publish-notice'::text])) check ()
kernel.notice_versions  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.openings  enter for INSERT using () check (((organisation_id = kernel.organisation()) AND (opened_by = kernel.member()) AND (kernel.activity() = 'kernel.open-person'::text)))
kernel.openings  enter_in_work for INSERT using () check (((organisation_id = kernel.organisation()) AND (opened_by = kernel.member()) AND (activity = kernel.activity())))
kernel.openings  enter_on_behalf for INSERT using () check (((organisation_id = kernel.organisation()) AND (kernel.member() IS NULL) AND (kernel.person() IS NOT NULL) AND (opened_by IS NULL) AND (activity = kernel.activity())))
kernel.openings  in_own_work for SELECT using (((organisation_id = kernel.organisation()) AND (opened_by = kernel.member()) AND (activity = kernel.activity()))) check ()
kernel.openings  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.openings  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.openings  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])) OR (opened_by = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])))))) check ()
kernel.openings  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.openings  kernel_restriction for SELECT using ((((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (opened_by = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[]))) IS NOT TRUE)) check ()
kernel.openings  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.open-person'::text, 'kernel.answer-rights'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (opened_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (opened_by = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))))
kernel.organisations  administer for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-organisations'::text, 'kernel.set-up'::text])) check ()
kernel.organisations  advised for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.advise'::text]) AND kernel.is_advised(id))) check ()
kernel.organisations  clock for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.account-for'::text]) AND (kernel.organisation() IS NULL))) check ()
kernel.organisations  desk for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]) AND ((kind = 'operator'::text) OR (kernel.organisation() IS NULL) OR kernel.is_asked(id)))) check ()
kernel.organisations  engine for SELECT using (kernel.doing(VARIADIC ARRAY['kernel.retention'::text, 'kernel.answer-rights'::text, 'kernel.verify-erasure'::text])) check ()
kernel.organisations  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.organisations  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.organisations  publish for SELECT using (((kind = 'operator'::text) AND kernel.doing(VARIADIC ARRAY['kernel.publish-notice'::text]))) check ()
kernel.organisations  read for SELECT using (((id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['identity.sign-in'::text, 'access.run-controllers'::text]))) check ()
kernel.organisations  read_own for SELECT using (((kernel.activity() = 'identity.account'::text) AND kernel.belongs(kernel.person(), id))) check ()
kernel.organisations  suppliers for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-suppliers'::text])) check ()
kernel.organisations  support for SELECT using (((kernel.activity() = 'support.handle'::text) AND (( SELECT support.staff() AS staff) = 'operator'::text))) check ()
kernel.organisations  unsubscribe for SELECT using (((kernel.activity() = 'kernel.unsubscribe'::text) AND (kind = 'operator'::text))) check ()
kernel.page_views  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.page_views  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((day <= (now() - '9600:00:00'::interval)) IS NOT TRUE))) check ()
kernel.page_views  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.page_views  measure for ALL using (kernel.doing(VARIADIC ARRAY['kernel.measure-use'::text])) check ()
kernel.receivers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.receivers  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((said_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.receivers  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.receivers  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.request_trail  add for INSERT using () check (kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text]))
kernel.request_trail  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.request_trail  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '87600:00:00'::interval)) IS NOT TRUE))) check ()
kernel.request_trail  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.request_trail  read for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text]) AND ((organisation_id = kernel.organisation()) OR kernel.sees_request(request_number)))) check ()
kernel.requests  desk for ALL using ((kernel.doing(VARIADIC ARRAY['kernel.run-privacy-desk'::text]) AND ((organisation_id = kernel.organisation()) OR (forwarded_to = kernel.organisation()) OR (kernel.organisation() IS NULL)))) check ()
kernel.requests  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.requests  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text])))) check ()
kernel.requests  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((answered_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND ((member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.restricted_ids('account'::text) AS restricted_ids)::uuid[])) OR (address = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted))))))) check ()
kernel.requests  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.requests  kernel_restriction for SELECT using ((((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.withheld_ids('account'::text) AS withheld_ids)::uuid[])) OR (address = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld)))) IS NOT TRUE)) check ()
kernel.requests  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked))))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))))))
kernel.retention_ledger  enter for INSERT using () check (kernel.doing(VARIADIC ARRAY['kernel.erase'::text]))
kernel.retention_ledger  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.retention_ledger  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.retention_ledger  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.retention_ledger  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.retention'::text, 'kernel.answer-rights'::text, 'kernel.administer-organisations'::text]))) check ()
kernel.runs  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.runs  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.runs  show for ALL using (kernel.doing(VARIADIC ARRAY['kernel.publish-declarations'::text])) check ()
kernel.sites  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.sites  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.sites  run_controllers for SELECT using (kernel.doing(VARIADIC ARRAY['access.run-controllers'::text])) check ()
kernel.sites  tenant for ALL using ((organisation_id = kernel.organisation())) check ()
kernel.storage_region  administer for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-suppliers'::text, 'kernel.set-up'::text])) check ()
kernel.storage_region  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.storage_region  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.storage_region  read for SELECT using ((kernel.activity() IS NOT NULL)) check ()
kernel.supplier_agreements  administer for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-suppliers'::text, 'kernel.set-up'::text])) check ()
kernel.supplier_agreements  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.supplier_agreements  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((ends_at <= (now() - '26280:00:00'::interval)) IS NOT TRUE))) check ()
kernel.supplier_agreements  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.supplier_agreements  read for SELECT using ((kernel.activity() IS NOT NULL)) check ()
kernel.supplier_approvals  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.supplier_approvals  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()
kernel.supplier_approvals  tenant for ALL using (((organisation_id = kernel.organisation()) OR kernel.doing(VARIADIC ARRAY['kernel.administer-suppliers'::text, 'kernel.set-up'::text]))) check ()
kernel.suppliers  administer for ALL using (kernel.doing(VARIADIC ARRAY['kernel.administer-suppliers'::text, 'kernel.set-up'::text])) check ()
kernel.suppliers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.suppliers  kernel_rights for SELECT using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])))) check ()
kernel.suppliers  read for SELECT using ((kernel.activity() IS NOT NULL)) check ()
kernel.suppressions  ask for SELECT using (((objection = ANY (kernel.objections())) OR kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.unsubscribe'::text]))) check ()
kernel.suppressions  contacts for SELECT using (kernel.doing(VARIADIC ARRAY['customers.keep-contacts'::text])) check ()
kernel.suppressions  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
kernel.suppressions  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.suppressions  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((ends_at <= now()) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (address_key = ANY (ARRAY( SELECT kernel.restricted('address'::text) AS restricted)))))) check ()
kernel.suppressions  kernel_restriction for SELECT using (((address_key = ANY (ARRAY( SELECT kernel.withheld('address'::text) AS withheld))) IS NOT TRUE)) check ()
kernel.suppressions  kernel_rights for ALL using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((address_key = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))))) check ()
kernel.suppressions  object for INSERT using () check (kernel.doing(VARIADIC ARRAY['kernel.answer-rights'::text, 'kernel.unsubscribe'::text]))
kernel.withholdings  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
kernel.withholdings  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
kernel.withholdings  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['kernel.answer-rights'::text, 'kernel.unsubscribe'::text])))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked))))))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND ((member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])) OR (person_id = ANY (( SELECT kernel.subjects_ids('account'::text) AS subjects_ids)::uuid[])) OR ((address = ANY (ARRAY( SELECT kernel.subjects('address'::text) AS subjects))) AND ((( SELECT kernel.asked() AS asked) IS NULL) OR (organisation_id = ( SELECT kernel.asked() AS asked)))))))
kernel.withholdings  of_accounts for SELECT using (((organisation_id IS NULL) AND (kernel.activity() IS NOT NULL))) check ()
kernel.withholdings  opened for SELECT using ((kernel.doing(VARIADIC ARRAY['kernel.advise'::text, 'kernel.open-person'::text]) AND (organisation_id = kernel.asked()))) check ()
kernel.withholdings  tenant for ALL using (((organisation_id = kernel.organisation()) OR (person_id = kernel.person()) OR ((kernel.organisation() IS NULL) AND (kernel.person() IS NULL) AND (kernel.activity() IS NOT NULL)))) check ()
support.assignments  desk for ALL using (support.handles(organisation_id)) check ()
support.assignments  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
support.assignments  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
support.assignments  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
support.assignments  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
support.assignments  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['support.handle'::text, 'support.tell'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
support.assignments  queue for SELECT using (((kernel.organisation() IS NULL) AND (( SELECT support.staff() AS staff) = 'operator'::text))) check ()
support.assignments  tell for SELECT using ((kernel.doing(VARIADIC ARRAY['support.tell'::text]) AND (organisation_id = kernel.organisation()))) check ()
support.authors  desk for SELECT using (support.handles(organisation_id)) check ()
support.authors  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
support.authors  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
support.authors  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
support.authors  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
support.authors  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['support.ask'::text, 'support.handle'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
support.authors  own for SELECT using (((kernel.activity() = 'support.ask'::text) AND (organisation_id = kernel.organisation()) AND support.is_readable(message_id))) check ()
support.authors  sign for INSERT using () check (support.handles(organisation_id))
support.cases  desk for ALL using (support.handles(organisation_id)) check ()
support.cases  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
support.cases  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
support.cases  kernel_expiry for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text]))) OR ((closed_at <= (now() - '8760:00:00'::interval)) IS NOT TRUE) OR (( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text]))) AND (member_id = ANY (( SELECT kernel.restricted_ids('member'::text) AS restricted_ids)::uuid[]))))) check ()
support.cases  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
support.cases  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
support.cases  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['support.ask'::text, 'support.handle'::text, 'support.tell'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
support.cases  own for ALL using (((kernel.activity() = 'support.ask'::text) AND (organisation_id = kernel.organisation()) AND (member_id = kernel.member()))) check ()
support.cases  queue for SELECT using (((kernel.organisation() IS NULL) AND (( SELECT support.staff() AS staff) = 'operator'::text))) check ()
support.cases  tell for ALL using ((kernel.doing(VARIADIC ARRAY['support.tell'::text]) AND ((kernel.organisation() IS NULL) OR (organisation_id = kernel.organisation())))) check ()
support.messages  answer for INSERT using () check ((support.handles(organisation_id) AND ((told IS NOT NULL) OR (side = ( SELECT support.staff() AS staff)))))
support.messages  desk for SELECT using (support.handles(organisation_id)) check ()
support.messages  kernel_agreement for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text, 'kernel.erase'::text, 'kernel.answer-rights'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'identity.sign-in'::text, 'identity.account'::text]))) OR ((organisation_id = ANY (ARRAY( SELECT kernel.ended_organisations() AS ended_organisations))) IS NOT TRUE))) check ()
support.messages  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
support.messages  kernel_opened for DELETE using (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) IS NOT TRUE))) check ()
support.messages  kernel_restriction for SELECT using (((member_id = ANY (( SELECT kernel.withheld_ids('member'::text) AS withheld_ids)::uuid[])) IS NOT TRUE)) check ()
support.messages  kernel_rights for ALL using ((( SELECT ((kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text])) OR ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.opens(ARRAY['support.ask'::text, 'support.handle'::text])))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[])))) check ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) AND (member_id = ANY (( SELECT kernel.subjects_ids('member'::text) AS subjects_ids)::uuid[]))))
support.messages  own for SELECT using (((kernel.activity() = 'support.ask'::text) AND (organisation_id = kernel.organisation()) AND (member_id = kernel.member()))) check ()
support.messages  write for INSERT using () check (((kernel.activity() = 'support.ask'::text) AND (organisation_id = kernel.organisation()) AND (member_id = kernel.member()) AND (side = 'person'::text) AND (told IS NULL)))
support.numbers  count for ALL using (((organisation_id = kernel.organisation()) AND (kernel.activity() = ANY (ARRAY['support.ask'::text, 'support.handle'::text])))) check ()
support.numbers  kernel_engine for ALL using (( SELECT (kernel.activity() = ANY (ARRAY['kernel.retention'::text, 'kernel.verify-erasure'::text])))) check ()
support.numbers  kernel_rights for SELECT using ((( SELECT (kernel.activity() = ANY (ARRAY['kernel.answer-rights'::text, 'kernel.erase'::text]))) OR (( SELECT ((kernel.activity() = ANY (ARRAY['kernel.advise'::text, 'kernel.open-person'::text])) AND kernel.may_open())) AND (organisation_id = ( SELECT kernel.asked() AS asked))))) check ()

-- functions

CREATE OR REPLACE FUNCTION access.administered(member uuid)
 RETURNS TABLE(door_id uuid, role text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
declare via constant uuid[] := array(select b.via_id from access.belonging b where b.member_id = member);
begin
  return query
    select g.door_id, max(g.role)  -- 'owner' sorts after 'door_administrator'
      from access.door_grants g
     where (g.member_id = member or g.via_id = any (via))
       and g.role in ('door_administrator', 'owner')
       and (g.valid_from is null or g.valid_from <= now())
       and (g.valid_until is null or g.valid_until > now())
     group by g.door_id;
end $function$

CREATE OR REPLACE FUNCTION access.administered_groups(member uuid)
 RETURNS TABLE(door_group_id uuid, role text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select d.door_group_id, min(a.role)
    from access.door_group_doors d left join access.administered(member) a on a.door_id = d.door_id
   group by d.door_group_id having count(*) = count(a.role)
$function$

CREATE OR REPLACE FUNCTION access.administers(member uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(current_setting('terskel.organisation', true), '');
  known boolean;
begin
  perform set_config('terskel.organisation', organisation::text, true);
  known := exists (
    select from kernel.memberships m
     where m.organisation_id = organisation and m.id = member and m.role = 'administrator');
  perform set_config('terskel.organisation', before, true);
  return known;
end $function$

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
       and c.relname ~ '^passages_\d+$'
       and access.log_piece_start(substring(c.relname from '\d+$')::integer + 1) <= settled
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

CREATE OR REPLACE FUNCTION access.far_log_partitions()
 RETURNS TABLE(name text, first integer, after_last integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select c.relname, split_part(c.relname, '_', 3)::integer, split_part(c.relname, '_', 4)::integer
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'access.passages'::regclass and c.relname ~ '^passages_far_\d+_\d+$'
$function$

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

CREATE OR REPLACE FUNCTION access.is_keypad_number(hashes bytea[])
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
  known := exists (select from access.credentials where number_hash = any (hashes) or duress_hash = any (hashes))
        or exists (select from access.codes where number_hash = any (hashes));
  perform set_config('terskel.activity', before, true);
  return known;
end $function$

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

CREATE OR REPLACE FUNCTION access.lease_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  update access.tenants set starts_at = new.starts_at, ends_at = new.ends_at where lease_id = new.id;
  perform set_config('terskel.activity', before, true);
  return null;
end $function$

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
  if tg_op = 'UPDATE' and (new.log_days, new.log_mode) is distinct from (old.log_days, old.log_mode) then
    insert into access.log_changes as c (door_id, organisation_id, days_before, gone_until)
      values (new.id, new.organisation_id, array[old.log_days],
              case new.log_mode when 'off' then now() else now() - make_interval(hours => 24 * old.log_days) end)
      on conflict (door_id) do update set days_before = c.days_before || excluded.days_before,
                                          gone_until = greatest(c.gone_until, excluded.gone_until);
    perform jobs.add('access.restamp-log', json_build_object('door', new.id),
                     'access.restamp-log:' || new.id, null);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION access.log_near_end()
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN (access.log_piece((now() + '369 days'::interval)) + 1)

CREATE OR REPLACE FUNCTION access.log_piece(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (floor((EXTRACT(epoch FROM at) / ((22 * 3600))::numeric)))::integer

CREATE OR REPLACE FUNCTION access.log_piece_start(piece integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE
RETURN to_timestamp((((piece)::double precision * (22)::double precision) * (3600)::double precision))

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
  pieces constant integer := 32;
  last constant integer := access.log_piece(now() + make_interval(days => days + 2)) + 1;
  name text;
  starts integer;
  ends integer;
begin
  -- The near ones reach to where the first far one begins, or would.
  for starts, ends in
    select n, n + 1
      from generate_series(access.log_piece(now()),
                           least(last, (access.log_near_end() / pieces + 1) * pieces - 1)) n
    union all
    select n, n + pieces from generate_series((access.log_near_end() / pieces + 1) * pieces, last, pieces) n
  loop
    name := case when ends = starts + 1 then format('passages_%s', starts)
                 else format('passages_far_%s_%s', starts, ends) end;
    continue when to_regclass('access_partitions.' || name) is not null;
    perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
    -- Looked for among the rows: whoever waited remembers a name that was looked up before as nobody's.
    continue when exists (
      select from pg_class c
       where c.relnamespace = 'access_partitions'::regnamespace and c.relname = name);
    -- Those of a far one that has begun to be split off stand in it still.
    continue when exists (select from access.far_log_partitions() f where f.first < ends and f.after_last > starts);
    -- Attached, not made in place: readers and writers go on.
    execute format('create table access_partitions.%I (like access.passages including defaults including constraints)', name);
    execute format('alter table access.passages attach partition access_partitions.%I for values from (%L) to (%L)',
      name, access.log_piece_start(starts), access.log_piece_start(ends));
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

CREATE OR REPLACE FUNCTION access.read_log(doors uuid[], holder uuid, before_at timestamp with time zone, before_id uuid, wanted integer, ended text DEFAULT NULL::text, since timestamp with time zone DEFAULT NULL::timestamp with time zone, until timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS SETOF access.passages
 LANGUAGE plpgsql
 STABLE ROWS 100
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  days constant integer[] := access.log_days_borne(doors);
  oldest constant timestamptz := greatest(since,
    now() - make_interval(hours => 24 * (select max(d) from unnest(days) d)));
  newest constant timestamptz := least(until,
    least(before_at, now() + interval '1 hour') + interval '1 microsecond');
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
    if holder is not null or doors is null then
      return query select p.* from access.passages p
        where p.holder_id = holder and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (doors is null or p.door_id = any (doors)) and (ended is null or p.outcome = ended)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    elsif door is not null then
      return query select p.* from access.passages p
        where p.door_id = door and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id) and (ended is null or p.outcome = ended)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    else
      return query select p.* from access.passages p
        where p.door_id = any (doors) and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id) and (ended is null or p.outcome = ended)
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

CREATE OR REPLACE FUNCTION access.shared_doors()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select d.door_id from access.integration_doors d join access.integrations i on i.id = d.integration_id
   where i.id = nullif(current_setting('terskel.integration', true), '')::uuid
     and i.organisation_id = kernel.organisation() and i.expires_at > now()
$function$

CREATE OR REPLACE FUNCTION access.shared_members()
 RETURNS TABLE(member_id uuid, door_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  with held as (
    select g.member_id, g.via_id, g.door_id from access.door_grants g
     where g.organisation_id = kernel.organisation()
       and g.door_id = any (array(select access.shared_doors()))
       and (g.valid_from is null or g.valid_from <= now())
       and (g.valid_until is null or g.valid_until > now())
  )
  select h.member_id, h.door_id from held h where h.member_id is not null
  union
  select b.member_id, h.door_id from held h join access.belonging b on b.via_id = h.via_id
$function$

CREATE OR REPLACE FUNCTION access.split_log_partition()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET lock_timeout TO '2s'
AS $function$
declare
  far record;
  piece text;
  rest text;
  starts timestamptz;
  middle timestamptz;
  ends timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  select f.* into far from access.far_log_partitions() f where f.first < access.log_near_end() order by f.first limit 1;
  if not found then return false; end if;
  starts := access.log_piece_start(far.first);
  middle := access.log_piece_start(far.first + 1);
  ends := access.log_piece_start(far.after_last);
  piece := format('access_partitions.passages_%s', far.first);
  rest := format('access_partitions.passages_far_%s_%s', far.first + 1, far.after_last);
  execute format('lock table access_partitions.%I in access exclusive mode', far.name);
  execute format('create table %s (like access.passages including defaults including constraints including indexes)', piece);
  execute format('with moved as (delete from access_partitions.%I where expires_at < %L returning *)
                  insert into %s select * from moved', far.name, middle, piece);
  -- So that nothing is read through when they are attached, while everybody waits.
  execute format('alter table %s add constraint bounds check (expires_at >= %L and expires_at < %L)', piece, starts, middle);
  execute format('alter table access_partitions.%I add constraint bounds check (expires_at >= %L and expires_at < %L)',
    far.name, middle, ends);
  execute format('alter table access.passages detach partition access_partitions.%I', far.name);
  execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', piece, starts, middle);
  execute format('alter table %s drop constraint bounds', piece);
  if far.first + 1 = far.after_last then
    execute format('drop table access_partitions.%I', far.name);
    return true;
  end if;
  execute format('alter table access_partitions.%I rename to %I', far.name,
    format('passages_far_%s_%s', far.first + 1, far.after_last));
  execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', rest, middle, ends);
  execute format('alter table %s drop constraint bounds', rest);
  return true;
end $function$

CREATE OR REPLACE FUNCTION access.told_of_alarms(door uuid)
 RETURNS TABLE(member_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT l.member_id
    FROM (access.alarm_letters l
      JOIN kernel.memberships m ON ((m.id = l.member_id)))
   WHERE ((m.email IS NOT NULL) AND ((m.role = 'administrator'::text) OR (EXISTS ( SELECT
            FROM access.administered(l.member_id) a(door_id, role)
           WHERE (a.door_id = told_of_alarms.door)))));
END

CREATE OR REPLACE FUNCTION access.unit_multirange()
 RETURNS access.unit_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor0$function$

CREATE OR REPLACE FUNCTION access.unit_multirange(VARIADIC access.unit_range[])
 RETURNS access.unit_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor2$function$

CREATE OR REPLACE FUNCTION access.unit_multirange(access.unit_range)
 RETURNS access.unit_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor1$function$

CREATE OR REPLACE FUNCTION access.unit_range(uuid, uuid)
 RETURNS access.unit_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor2$function$

CREATE OR REPLACE FUNCTION access.unit_range(uuid, uuid, text)
 RETURNS access.unit_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor3$function$

CREATE OR REPLACE FUNCTION access.unnamed_doors()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return array(select d.id from access.doors d where d.log_mode <> 'personal');
end $function$

CREATE OR REPLACE FUNCTION identity.session(token bytea, moment timestamp with time zone, declaration integer)
 RETURNS TABLE(id uuid, person_id uuid, last_seen_at timestamp with time zone, created_at timestamp with time zone, proven_at timestamp with time zone, language text, membership uuid, organisation_id uuid, role text, privacy_officer boolean, kind text, agreement_ends_at timestamp with time zone, signed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE ROWS 3
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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

CREATE OR REPLACE FUNCTION jobs.waiting()
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return (select count(*) from graphile_worker.jobs where flags ? 'waits');
end $function$

CREATE OR REPLACE FUNCTION jobs.wake()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.reschedule_jobs(
    array(select id from graphile_worker.jobs where flags ? 'waits' and locked_at is null and run_at > now()),
    run_at => now());
end $function$

CREATE OR REPLACE FUNCTION kernel.active_while_restricted()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['kernel.tell-notice'::text, 'kernel.answer-rights'::text, 'kernel.erase'::text, 'kernel.verify-erasure'::text, 'kernel.run-privacy-desk'::text, 'kernel.account-for'::text, 'kernel.disclose'::text, 'kernel.bind-staff'::text, 'kernel.keep-audit'::text, 'kernel.read-audit'::text, 'kernel.unsubscribe'::text, 'identity.sign-in'::text, 'identity.account'::text, 'identity.prevent-misuse'::text, 'access.open-doors'::text, 'access.own-credentials'::text, 'access.read-own-log'::text, 'access.run-controllers'::text, 'support.ask'::text]

CREATE OR REPLACE FUNCTION kernel.activity()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('terskel.activity'::text, true), ''::text)

CREATE OR REPLACE FUNCTION kernel.advised_members()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  its constant kernel.advisers := kernel.assignment();
begin
  if its.id is null then return; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  return query select m.id from kernel.memberships m
    where m.organisation_id = its.organisation_id and (its.everyone or exists (
      select from kernel.adviser_members am where am.adviser_id = its.id and am.member_id = m.id));
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.adviser()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.adviser'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.advises()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((kernel.assignment()).id IS NOT NULL)

CREATE OR REPLACE FUNCTION kernel.answers_here()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  found boolean;
begin
  if before <> 'kernel.open-person' then return false; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select exists (select from kernel.memberships m
    where m.person_id = kernel.person() and m.organisation_id = kernel.asked()
      and (m.role = 'administrator' or m.privacy_officer)) into found;
  perform set_config('terskel.activity', before, true);
  return found;
end $function$

CREATE OR REPLACE FUNCTION kernel.are_asked()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  found boolean;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select not exists (select from kernel.subjects('member') s(k) where not exists (
    select from kernel.memberships m where m.id = s.k::uuid and m.organisation_id = kernel.asked())) into found;
  perform set_config('terskel.activity', before, true);
  return found;
end $function$

CREATE OR REPLACE FUNCTION kernel.asked()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('terskel.asked'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION kernel.assignment()
 RETURNS kernel.advisers
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  found kernel.advisers;
begin
  if before <> 'kernel.advise' then return null; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select a.* into found from kernel.advisers a
   where a.id = kernel.adviser() and a.person_id = kernel.person() and a.organisation_id = kernel.asked()
     and a.signed_at is not null and a.ended_at is null and a.begins_at <= now() and now() < a.ends_at;
  perform set_config('terskel.activity', before, true);
  return found;
end $function$

CREATE OR REPLACE FUNCTION kernel.belongs(person uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from kernel.memberships m where m.person_id = person and m.organisation_id = organisation);
end $function$

CREATE OR REPLACE FUNCTION kernel.belongs_nowhere(person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
  nowhere boolean;
begin
  perform set_config('terskel.activity', 'identity.sign-in', true);
  nowhere := not exists (select from kernel.memberships m where m.person_id = person);
  perform set_config('terskel.activity', before, true);
  return nowhere;
end $function$

CREATE OR REPLACE FUNCTION kernel.doing(VARIADIC activities text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((kernel.activity() = ANY (activities)), false)

CREATE OR REPLACE FUNCTION kernel.eea()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['AT'::text, 'BE'::text, 'BG'::text, 'HR'::text, 'CY'::text, 'CZ'::text, 'DE'::text, 'DK'::text, 'EE'::text, 'ES'::text, 'FI'::text, 'FR'::text, 'GR'::text, 'HU'::text, 'IE'::text, 'IS'::text, 'IT'::text, 'LI'::text, 'LT'::text, 'LU'::text, 'LV'::text, 'MT'::text, 'NL'::text, 'NO'::text, 'PL'::text, 'PT'::text, 'RO'::text, 'SE'::text, 'SI'::text, 'SK'::text]

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

CREATE OR REPLACE FUNCTION kernel.forget_audit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  kept kernel.audit_contents;
begin
  if tg_op = 'DELETE' and kernel.activity() = 'kernel.retention' then
    -- What is past its time needs no reason: three years, as declared (kernel/src/audit/table.ts).
    if old.at > now() - interval '1094 days' then
      insert into kernel.audit_gone (id, part, at) values (old.id, 'all', old.at) on conflict do nothing;
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and kernel.activity() = 'kernel.erase' then
    kept := old;
    if new.actor_salt is null and old.actor_salt is not null then
      kept.person_id := null; kept.member_id := null; kept.actor_salt := null;
      insert into kernel.audit_gone (id, part, at) values (old.id, 'actor', old.at) on conflict do nothing;
    end if;
    if new.about_salt is null and old.about_salt is not null then
      kept.about_member_id := null; kept.about_salt := null;
      insert into kernel.audit_gone (id, part, at) values (old.id, 'about', old.at) on conflict do nothing;
    end if;
    if new is not distinct from kept then return new; end if;
  end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION kernel.grounds_of(facts jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT jsonb_build_object('kind', ((grounds_of.facts -> 'organisation'::text) -> 'kind'::text), 'purposes', COALESCE(jsonb_object_agg((p.value ->> 'from'::text), jsonb_build_object('basis', (p.value -> 'basis'::text), 'controller', (p.value -> 'controller'::text), 'role', (p.value -> 'role'::text), 'interest', (p.value -> 'interest'::text), 'decides', ((p.value ? 'decidesAlone'::text) OR COALESCE(((p.value ->> 'objection'::text) = 'profiling'::text), false)))), '{}'::jsonb)) AS jsonb_build_object FROM jsonb_array_elements((grounds_of.facts -> 'purposes'::text)) p(value))

CREATE OR REPLACE FUNCTION kernel.held(of_tables text[], kind text)
 RETURNS TABLE(organisation_id uuid, key text, hold uuid, until timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  if not exists (select from kernel.holds h where h.until > now()) then
    perform set_config('terskel.activity', before, true);
    return;
  end if;
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

CREATE OR REPLACE FUNCTION kernel.is_advised(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return exists (select from kernel.advisers a where a.organisation_id = organisation); end $function$

CREATE OR REPLACE FUNCTION kernel.is_asked(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return exists (select from kernel.requests r where r.organisation_id = organisation); end $function$

CREATE OR REPLACE FUNCTION kernel.is_operator(organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from kernel.organisations o where o.id = organisation and o.kind = 'operator');
end $function$

CREATE OR REPLACE FUNCTION kernel.is_own(member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from kernel.memberships m where m.id = member and m.person_id = kernel.person());
end $function$

CREATE OR REPLACE FUNCTION kernel.keep_trail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and old.at <= now() - interval '87600 hours' then return old; end if;
  raise exception 'The trail of requests is never changed.' using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION kernel.keeping(of_table text, told jsonb)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return array(select v.organisation_id from kernel.notices_in_force(
                  case when kernel.organisation() is not null then array[kernel.organisation()] end) v
                where v.keeps -> of_table = told);
end $function$

CREATE OR REPLACE FUNCTION kernel.keeps_of(facts jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(jsonb_object_agg((d.value ->> 'from'::text), (((d.value -> 'keep'::text) - 'text'::text) - 'when'::text)), '{}'::jsonb) AS "coalesce" FROM jsonb_array_elements((keeps_of.facts -> 'data'::text)) d(value))

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

CREATE OR REPLACE FUNCTION kernel.may_open()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (kernel.advises() OR kernel.answers_here())

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

CREATE OR REPLACE FUNCTION kernel.notices_in_force(of uuid[] DEFAULT NULL::uuid[])
 RETURNS SETOF kernel.notice_versions
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  return query
    select distinct on (v.organisation_id) v.* from kernel.notice_versions v
     where (of is null or v.organisation_id = any (of))
       and v.in_force_at <= now() and v.superseded_at is null and (not v.material or v.told_at is not null)
     order by v.organisation_id, v.number desc;
  perform set_config('terskel.activity', before, true);
end $function$

CREATE OR REPLACE FUNCTION kernel.objections()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (CASE kernel.activity() WHEN 'customers.marketing'::text THEN ARRAY['customers.marketing'::text, 'direct-marketing'::text] WHEN 'customers.surveys'::text THEN ARRAY['customers.surveys'::text, 'direct-marketing'::text] ELSE ARRAY[kernel.activity()] END || CASE kernel.purpose() WHEN 'customers.marketing'::text THEN ARRAY['customers.marketing'::text, 'direct-marketing'::text] WHEN 'customers.surveys'::text THEN ARRAY['customers.surveys'::text, 'direct-marketing'::text] ELSE ARRAY[kernel.purpose()] END)

CREATE OR REPLACE FUNCTION kernel.opens(uses text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare its kernel.advisers;
begin
  if not coalesce(kernel.purpose() = any (uses), false)
     or exists (select from kernel.subjects('account')) or exists (select from kernel.subjects('address')) then
    return false;
  end if;
  if kernel.activity() = 'kernel.open-person' then return kernel.answers_here() and kernel.are_asked(); end if;
  its := kernel.assignment();
  return its.id is not null and kernel.purpose() = any (its.activities)
    and not exists (select from kernel.subjects('member') s(k)
                     where s.k::uuid not in (select kernel.advised_members()));
end $function$

CREATE OR REPLACE FUNCTION kernel.operator()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  found_id uuid;
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  select o.id into found_id from kernel.organisations o where o.kind = 'operator' order by o.created_at limit 1;
  perform set_config('terskel.activity', before, true);
  return found_id;
end $function$

CREATE OR REPLACE FUNCTION kernel.operator_keeps(of_table text, told jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select from kernel.notices_in_force(array[kernel.operator()]) v where v.keeps -> of_table = told);
end $function$

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

CREATE OR REPLACE FUNCTION kernel.purpose()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('terskel.purpose'::text, true), ''::text)

CREATE OR REPLACE FUNCTION kernel.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'DELETE' and kernel.activity() = 'kernel.retention' then return old; end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $function$

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

CREATE OR REPLACE FUNCTION kernel.refuse_kind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  -- Taken for a moment and given back: what kind an organisation is, is public.
  before constant text := coalesce(kernel.activity(), '');
  its text;
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  select o.kind into its from kernel.organisations o where o.id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  perform set_config('terskel.activity', before, true);
  if not its = any (tg_argv[1:]) then
    raise exception '% is not for an organisation of kind %', tg_table_name, its using errcode = 'TK003';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION kernel.refuse_untold()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  rule constant jsonb := tg_argv[0];
begin
  if exists (select from kernel.notices_in_force(array[
       coalesce((to_jsonb(new) ->> (rule ->> 'organisation'))::uuid, kernel.operator())]) v
      where v.keeps -> (rule ->> 'table') = rule -> 'told')
  then
    raise exception 'The notice in force tells of a shorter keeping of %', rule ->> 'table' using errcode = 'TK002';
  end if;
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

CREATE OR REPLACE FUNCTION kernel.restricted_ids(kind text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  if not exists (select from kernel.withholdings) then return '{}'; end if;
  return array(select k::uuid from kernel.restricted(kind) k);
end $function$

CREATE OR REPLACE FUNCTION kernel.seal_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op = 'UPDATE' and kernel.activity() = 'kernel.keep-audit'
     and old.number is null and new.number is not null
     and (new.id, new.at, new.digest) = (old.id, old.at, old.digest) then return new; end if;
  raise exception '%.% is appended to, and never changed', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION kernel.sees_request(request bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return exists (select from kernel.requests r where r.number = request); end $function$

CREATE OR REPLACE FUNCTION kernel.subjects(kind text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT jsonb_array_elements_text(((COALESCE(NULLIF(current_setting('terskel.subjects'::text, true), ''::text), '{}'::text))::jsonb -> kind)) AS jsonb_array_elements_text;
END

CREATE OR REPLACE FUNCTION kernel.subjects_ids(kind text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$ begin return array(select k::uuid from kernel.subjects(kind) k); end $function$

CREATE OR REPLACE FUNCTION kernel.suppressed()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT s.address_key
    FROM kernel.suppressions s
   WHERE (s.objection = ANY (kernel.objections()));
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

CREATE OR REPLACE FUNCTION kernel.withheld_ids(kind text)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  if not exists (select from kernel.withholdings) then return '{}'; end if;
  return array(select k::uuid from kernel.withheld(kind) k);
end $function$

CREATE OR REPLACE FUNCTION kernel.write_as_told()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  rule constant jsonb := tg_argv[0];
  value jsonb;
  version kernel.notice_versions;
begin
  select * into version from kernel.notices_in_force(array[
    coalesce((to_jsonb(new) ->> (rule ->> 'organisation'))::uuid, kernel.operator())]);
  if version.id is null or coalesce(not rule -> 'uses' ? (version.facts -> 'organisation' ->> 'kind'), true)
    or exists (
      select from jsonb_array_elements(version.facts -> 'purposes') p
       where rule -> 'uses' -> (version.facts -> 'organisation' ->> 'kind') ? (p ->> 'from')
         and p -> 'labels' ? (rule ->> 'label') and p -> 'data' ? (rule ->> 'table'))
  then return new; end if;
  if tg_op = 'UPDATE' then value := to_jsonb(old) -> (rule ->> 'column');
  elsif rule ->> 'default' is not null then execute 'select to_jsonb(' || (rule ->> 'default') || ')' into value;
  end if;
  if coalesce(value, 'null') = 'null' and (rule -> 'required')::boolean then
    raise exception 'The notice in force does not tell of %.%', rule ->> 'table', rule ->> 'column'
      using errcode = 'TK002';
  end if;
  return jsonb_populate_record(new, jsonb_build_object(rule ->> 'column', value));
end $function$

CREATE OR REPLACE FUNCTION support.handles(organisation uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((organisation = kernel.organisation()) AND ((SELECT support.staff() AS staff) IS NOT NULL))

CREATE OR REPLACE FUNCTION support.is_assigned(member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return exists (select from support.assignments a where a.member_id = member); end $function$

CREATE OR REPLACE FUNCTION support.is_readable(message uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$ begin return exists (select from support.messages m where m.id = message); end $function$

CREATE OR REPLACE FUNCTION support.staff()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
declare
  before constant text := coalesce(kernel.activity(), '');
  found text;
begin
  if before <> 'support.handle' then return null; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  if kernel.member() is not null then
    select 'organisation' into found from kernel.memberships m
     where m.id = kernel.member() and m.organisation_id = kernel.organisation() and m.role = 'administrator';
  else
    select 'operator' into found from kernel.memberships m
      join kernel.organisations o on o.id = m.organisation_id and o.kind = 'operator'
     where m.person_id = kernel.person() and m.role = 'administrator'
       and exists (select from kernel.confidentiality c where c.member_id = m.id)
     limit 1;
  end if;
  perform set_config('terskel.activity', before, true);
  return found;
end $function$


-- rights of the program's role

access.airlocks  DELETE, INSERT, SELECT, UPDATE
access.alarm_acknowledgements  DELETE, INSERT, SELECT, UPDATE
access.alarm_letters  DELETE, INSERT, SELECT, UPDATE
access.area_resets  DELETE, INSERT, SELECT, UPDATE
access.areas  DELETE, INSERT, SELECT, UPDATE
access.belonging  SELECT
access.code_doors  DELETE, INSERT, SELECT, UPDATE
access.codes  DELETE, INSERT, SELECT, UPDATE
access.contact_lookups  DELETE, INSERT, SELECT, UPDATE
access.controllers  DELETE, INSERT, SELECT, UPDATE
access.credentials  DELETE, INSERT, SELECT, UPDATE
access.door_alarms  DELETE, INSERT, SELECT, UPDATE
access.door_grants  SELECT
access.door_group_doors  DELETE, INSERT, SELECT, UPDATE
access.door_groups  DELETE, INSERT, SELECT, UPDATE
access.door_orders  DELETE, INSERT, SELECT, UPDATE
access.doors  DELETE, INSERT, SELECT, UPDATE
access.extended_times  DELETE, INSERT, SELECT, UPDATE
access.grants  DELETE, INSERT, SELECT, UPDATE
access.group_members  DELETE, INSERT, SELECT, UPDATE
access.groups  DELETE, INSERT, SELECT, UPDATE
access.integration_doors  DELETE, INSERT, SELECT, UPDATE
access.integrations  DELETE, INSERT, SELECT, UPDATE
access.invitations  DELETE, INSERT, SELECT, UPDATE
access.leases  DELETE, INSERT, SELECT, UPDATE
access.log_changes  DELETE, INSERT, SELECT, UPDATE
access.log_holders  DELETE, INSERT, SELECT, UPDATE
access.opening_requests  DELETE, INSERT, SELECT, UPDATE
access.order_reasons  DELETE, INSERT, SELECT, UPDATE
access.passages  DELETE, INSERT, SELECT, UPDATE
access.residents  DELETE, INSERT, SELECT, UPDATE
access.schedules  DELETE, INSERT, SELECT, UPDATE
access.tenants  DELETE, INSERT, SELECT, UPDATE
access.units  DELETE, INSERT, SELECT, UPDATE
access.usage_cells  DELETE, INSERT, SELECT, UPDATE
access.usage_weeks  DELETE, INSERT, SELECT, UPDATE
identity.codes  DELETE, INSERT, SELECT, UPDATE
identity.eid_logins  DELETE, INSERT, SELECT, UPDATE
identity.handovers  DELETE, INSERT, SELECT, UPDATE
identity.passkeys  DELETE, INSERT, SELECT, UPDATE
identity.pending_sign_ins  DELETE, INSERT, SELECT, UPDATE
identity.persons  DELETE, INSERT, SELECT, UPDATE
identity.pictures  DELETE, INSERT, SELECT, UPDATE
identity.sessions  DELETE, INSERT, SELECT, UPDATE
identity.sign_in_attempts  DELETE, INSERT, SELECT, UPDATE
kernel.adviser_members  DELETE, INSERT, SELECT
kernel.advisers  DELETE, INSERT, SELECT
kernel.assessments  DELETE, INSERT, SELECT, UPDATE
kernel.audit_checks  DELETE, INSERT, SELECT, UPDATE
kernel.audit_contents  DELETE, INSERT, SELECT, UPDATE
kernel.audit_entries  INSERT, SELECT
kernel.audit_gone  DELETE, INSERT, SELECT, UPDATE
kernel.breaches  DELETE, INSERT, SELECT, UPDATE
kernel.confidentiality  DELETE, INSERT, SELECT, UPDATE
kernel.consents  DELETE, INSERT, SELECT, UPDATE
kernel.disclosures  DELETE, INSERT, SELECT, UPDATE
kernel.ended_agreements  DELETE, INSERT, SELECT, UPDATE
kernel.holds  DELETE, INSERT, SELECT, UPDATE
kernel.letters  DELETE, INSERT, SELECT, UPDATE
kernel.locked_rows  DELETE, INSERT, SELECT, UPDATE
kernel.memberships  DELETE, INSERT, SELECT, UPDATE
kernel.notice_details  DELETE, INSERT, SELECT, UPDATE
kernel.notice_tellings  DELETE, INSERT, SELECT, UPDATE
kernel.notice_versions  DELETE, INSERT, SELECT, UPDATE
kernel.openings  DELETE, INSERT, SELECT
kernel.organisations  DELETE, INSERT, SELECT, UPDATE
kernel.page_views  DELETE, INSERT, SELECT, UPDATE
kernel.receivers  DELETE, INSERT, SELECT, UPDATE
kernel.request_trail  DELETE, INSERT, SELECT, UPDATE
kernel.requests  DELETE, INSERT, SELECT, UPDATE
kernel.retention_ledger  DELETE, INSERT, SELECT, UPDATE
kernel.runs  INSERT, SELECT, UPDATE
kernel.sites  DELETE, INSERT, SELECT, UPDATE
kernel.storage_region  DELETE, INSERT, SELECT, UPDATE
kernel.supplier_agreements  DELETE, INSERT, SELECT, UPDATE
kernel.supplier_approvals  DELETE, INSERT, SELECT, UPDATE
kernel.suppliers  DELETE, INSERT, SELECT, UPDATE
kernel.suppressions  DELETE, INSERT, SELECT, UPDATE
kernel.withholdings  DELETE, INSERT, SELECT, UPDATE
support.assignments  DELETE, INSERT, SELECT, UPDATE
support.authors  DELETE, INSERT, SELECT
support.cases  DELETE, INSERT, SELECT, UPDATE
support.messages  DELETE, INSERT, SELECT
support.numbers  DELETE, INSERT, SELECT, UPDATE
