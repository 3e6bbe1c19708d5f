-- A code may also prove an address to be whoever asks's, who need not have an account.
alter table identity.codes drop constraint codes_purpose_check;
alter table identity.codes add constraint codes_purpose_check
  check (purpose in ('sign-in', 'contact', 'address'));
