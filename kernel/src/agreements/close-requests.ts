import { addJob } from "@terskel/platform/jobs";
import type { Mail } from "@terskel/platform/mail";
import type { Transaction } from "kysely";
import { findForClock } from "../requests/requests.ts";
import { sealedJob, sealLetter } from "../requests/sealed-letters.ts";
import { addStep } from "../requests/trail.ts";
import type { Tx } from "../requests/tx.ts";
import { contactOf, rights } from "../requests/whose.ts";
import { writeLetter } from "../requests/write-letter.ts";
import type { RightsPorts } from "../scope.ts";
import { continueFor } from "../tenancy.ts";
import type { AgreementPorts } from "./ports.ts";

const context = { activity: "kernel.retention" };
type Closing = { readonly organisation: string; readonly at: Date };

/** What is asked for and not answered yet ends with the data that it asks for; the trail says so. */
export async function closeRequests({ withContext }: RightsPorts, closing: Closing) {
  for (const id of await findOpen({ withContext }, closing)) {
    await withContext(context, async (tx: Tx) => void (await close(tx, id, closing)));
  }
}

/**
 * The same, and whoever asked is told so (Art. 12(3), (4)): the letter is sealed in the transaction that ends their
 * request, as afterwards nobody knows where it should have gone.
 */
export async function closeAndTell(ports: AgreementPorts, closing: Closing): Promise<void> {
  for (const id of await findOpen(ports, closing)) {
    const letter = await writeTo(ports, id);
    await ports.withContext(context, async (untyped: Transaction<unknown>) => {
      const tx = untyped as Tx;
      const number = await close(tx, id, closing);
      if (number === undefined || !letter) return;
      await continueFor(untyped, rights);
      await addJob(tx, sealedJob, { letter: await sealLetter(tx, ports, number, letter) });
    });
  }
}

/** Of a restricted person nothing ends: their data stays until the restriction is lifted. */
async function findOpen({ withContext }: Pick<RightsPorts, "withContext">, closing: Closing) {
  const rows = await withContext(
    context,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.requests")
        .select("id")
        .where("organisation_id", "=", closing.organisation)
        .where("state", "=", "received")
        .orderBy("id")
        .execute(),
  );
  return rows.map(({ id }) => id);
}

/** @returns the request's number; undefined when it was answered or taken back meanwhile */
async function close(tx: Tx, id: string, { at }: Closing): Promise<number | undefined> {
  const closed = await tx
    .updateTable("kernel.requests")
    .set({ state: "cancelled", answered_at: at })
    .where("id", "=", id)
    .where("state", "=", "received")
    .returning(["organisation_id", "number", "kind"])
    .executeTakeFirst();
  if (closed) await addStep(tx, closed, "cancelled", "system", at);
  return closed?.number;
}

async function writeTo(ports: AgreementPorts, id: string): Promise<Mail | undefined> {
  const row = await findForClock(ports, id);
  if (!row) return undefined;
  const { name, email } = await contactOf(ports, row);
  const { publicUrl } = ports;
  return email ? { to: email, ...writeLetter("ended", row, { name, publicUrl }) } : undefined;
}
