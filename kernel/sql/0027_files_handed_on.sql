-- A file of the organisation's own, made for somebody who is named.
alter table kernel.disclosures drop constraint disclosures_recipient_check, add constraint disclosures_recipient_check check (
  recipient in ('e-mail provider', 'SMS provider', 'another organisation', 'adviser', 'receiver of a file'));
