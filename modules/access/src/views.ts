/** The views of the schema, which are not declared: what they show is declared with its tables. */
export type AccessViews = {
  "access.belonging": {
    organisation_id: string;
    /** A group, a unit or a lease. */
    via_id: string;
    member_id: string;
    /** Absent for who is in a group by name. */
    unit_id: string | null;
    /** For who belongs by renting. */
    lease_id: string | null;
  };
  "access.door_grants": {
    id: string;
    organisation_id: string;
    door_id: string;
    /** The group of doors by which it opens this one. */
    door_group_id: string | null;
    /** Either a member, or that which they belong to (`access.belonging`). */
    member_id: string | null;
    via_id: string | null;
    lease_id: string | null;
    role: string;
    valid_from: Date | null;
    valid_until: Date | null;
    schedule_id: string | null;
  };
};
