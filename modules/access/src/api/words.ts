import * as kernel from "@terskel/kernel/api/columns";
import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";

export const name = oneLine(120);
export const instant = z.iso.datetime({ offset: true });
/** What a grant lets its holder do: open; open and administer; open, administer and appoint. */
export const grantRole = z.enum(["user", "door_administrator", "owner"]);
export const inOrganisation = z.strictObject({ organisation: z.uuid() });
/** State of the lock as the controller last told it. */
export const lockState = z.enum(["unknown", "locked", "unlocked"]);

type Has<Column extends string> = <T extends z.ZodType>(column: Column, field: T) => T;
/** The answer to what was added: its id. */
export const createdIn = (table: Has<"id">) => z.object({ id: table("id", z.uuid()) });
/** A person, group, door or unit named in a list. */
export const namedIn = (table: Has<"id" | "name">) =>
  z.object({ id: table("id", z.uuid()), name: table("name", z.string()) });
/** With the IANA zone in which times at it are meant. */
export const zonedIn = (table: Has<"id" | "name">) =>
  namedIn(table).extend({ timeZone: kernel.sites("time_zone", z.string()) });
export const namedPerson = namedIn(kernel.memberships);
