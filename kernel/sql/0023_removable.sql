-- What removes an organisation's rows locks them first, for which PostgreSQL wants the right to update a column of
-- them. An id is no term that was agreed on.
grant update (id) on kernel.adviser_members, kernel.openings to terskel_app;
