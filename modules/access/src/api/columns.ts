import { columnsOf } from "@terskel/platform/columns";
import type { AccessTables } from "../tables.ts";

// Said beside each field of an answer: `access.passages("at", instant)`.
const table = columnsOf<AccessTables>();

export const airlocks = table("access.airlocks");
export const alarmAcknowledgements = table("access.alarm_acknowledgements");
export const alarmLetters = table("access.alarm_letters");
export const areas = table("access.areas");
export const codes = table("access.codes");
export const controllers = table("access.controllers");
export const credentials = table("access.credentials");
export const doorAlarms = table("access.door_alarms");
export const doorGroups = table("access.door_groups");
export const doorOrders = table("access.door_orders");
export const doors = table("access.doors");
export const extendedTimes = table("access.extended_times");
export const grants = table("access.grants");
export const groupMembers = table("access.group_members");
export const groups = table("access.groups");
export const integrations = table("access.integrations");
export const invitations = table("access.invitations");
export const leases = table("access.leases");
export const orderReasons = table("access.order_reasons");
export const passages = table("access.passages");
export const residents = table("access.residents");
export const schedules = table("access.schedules");
export const tenants = table("access.tenants");
export const units = table("access.units");
export const usageCells = table("access.usage_cells");
export const usageWeeks = table("access.usage_weeks");

/** Of accounts, access shows this alone: to a third party that controls doors (C10). */
export const persons = columnsOf<{ "identity.persons": { date_of_birth: string } }>()(
  "identity.persons",
);
