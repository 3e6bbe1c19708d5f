import { problem as common } from "@terskel/platform/problems";
import type { z } from "zod";
import type { state } from "./api/words.ts";
import type { Tx } from "./tx.ts";

export type State = z.output<typeof state>;

/** A case that is being written in: nobody else writes in it until the transaction is over. */
export type LockedCase = {
  readonly id: string;
  readonly organisation: string;
  readonly member: string;
  readonly state: State;
};

/** @throws Problem `not-found` for a case that row-level security does not show */
export async function lockCase(tx: Tx, id: string): Promise<LockedCase> {
  const found = await tx
    .selectFrom("support.cases")
    .select(["id", "organisation_id", "member_id", "state"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no case of the caller's" });
  const { organisation_id: organisation, member_id: member } = found;
  return { id, organisation, member, state: found.state as State };
}

/** Whose turn it is from now on. */
export async function turn(tx: Tx, { id }: LockedCase, state: State, now: Date): Promise<void> {
  await tx
    .updateTable("support.cases")
    .set({ state, turned_at: now, closed_at: state === "closed" ? now : null })
    .where("id", "=", id)
    .execute();
}

/** Safe to repeat: what is closed stays closed since when it was. @throws Problem `not-found` */
export async function close(tx: Tx, id: string, now: Date): Promise<void> {
  const found = await lockCase(tx, id);
  if (found.state !== "closed") await turn(tx, found, "closed", now);
}
