-- Retention finds what is past its time by an index, not by reading the table.
create index on access.grants (valid_until) where valid_until is not null;
