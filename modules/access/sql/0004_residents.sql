-- A unit in which somebody lives is not removed. Asked of the key and not of a query: whoever removes
-- the unit may not see a resident whose data is restricted.
alter table access.residents
  drop constraint residents_organisation_id_unit_id_fkey,
  add constraint residents_organisation_id_unit_id_fkey
    foreign key (organisation_id, unit_id) references access.units (organisation_id, id);
