-- The gateway took the letter, and reported afterwards that it did not arrive (RFC 3464).
alter table kernel.notice_tellings
  drop constraint notice_tellings_state_check,
  add check (state in ('told', 'failed', 'bounced', 'unreachable'));
