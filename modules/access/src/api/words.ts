import { z } from "zod";

export const name = z.string().trim().min(1).max(120);
export const instant = z.iso.datetime({ offset: true });
/** What a grant lets its holder do: open; open and administer; open, administer and appoint. */
export const grantRole = z.enum(["user", "door_administrator", "owner"]);
export const inOrganisation = z.strictObject({ organisation: z.uuid() });
export const created = z.object({ id: z.uuid() });
/** A person, group, door or unit named in a list. */
export const named = z.object({ id: z.uuid(), name: z.string() });
/** With the IANA zone in which times at it are meant. */
export const zoned = named.extend({ timeZone: z.string() });
/** State of the lock as the controller last told it. */
export const lockState = z.enum(["unknown", "locked", "unlocked"]);
