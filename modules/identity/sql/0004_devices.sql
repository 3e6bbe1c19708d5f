-- A session's device was one English text, "Firefox on Linux"; in two columns the portal says it in the
-- reader's language. Null: not known.
alter table identity.sessions add column browser text, add column system text;

-- Row-level security is forced on the owner too, who would change no row.
alter table identity.sessions no force row level security;
update identity.sessions set
  browser = case
    when device like '% on %' then split_part(device, ' on ', 1)
    when device in ('Edge', 'Opera', 'Samsung Internet', 'Firefox', 'Chrome', 'Safari') then device
  end,
  system = case
    when device like '% on %' then split_part(device, ' on ', 2)
    when device in ('iPhone', 'iPad', 'Android', 'ChromeOS', 'Windows', 'Mac', 'Linux') then device
  end;
alter table identity.sessions force row level security;

alter table identity.sessions drop column device;
