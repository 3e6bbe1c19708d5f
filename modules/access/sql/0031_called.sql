-- When whoever wants word of an alarm was written to; null: nobody was. The same at the same door calls nobody anew for a day.
alter table access.door_alarms add column called_at timestamptz;
