-- Who answers the organisation's rights requests, beside its administrators. Set by an administrator.
alter table kernel.memberships add column privacy_officer boolean not null default false;
