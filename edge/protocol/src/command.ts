import { z } from "zod";
import { id, instant } from "./words.ts";

/** A controller refuses a command that holds for longer than this from when it comes, by its own clock. */
export const MAX_COMMAND_LIFETIME_MS = 60_000;

/**
 * Open a door once. `person` is the pseudonymous member id: no name is ever at the door. Carried out only before
 * `expiresAt` by the controller's clock, and only once per `id`.
 */
export const command = z.strictObject({
  id,
  controller: id,
  door: id,
  action: z.literal("open"),
  person: id,
  issuedAt: instant,
  expiresAt: instant,
});
export type Command = z.infer<typeof command>;
