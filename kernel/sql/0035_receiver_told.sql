-- Whose data was passed on is told where the receiver is, and why it got it where it did so on a ground of its own (GDPR
-- Art. 15(1)(c)): as it was said when it got it. A provider's country stands in the notice.
alter table kernel.disclosures
  add column country text,
  add column ground text check (ground <> '');
