import { adviserActivities } from "../advisers/activities.ts";
import { adviserTables } from "../advisers/table.ts";
import { openPersonActivity } from "./activities.ts";
import { openingsTable } from "./table.ts";

/** Those who open a person's data for a purpose: advisers from outside, and staff. */
export const openingActivities = [...adviserActivities, openPersonActivity];

export const openingTables = [...adviserTables, openingsTable];
