import { addJob } from "@terskel/platform/jobs";
import type { Transaction } from "kysely";
import { erase, planErasure } from "../erasure/erase.ts";
import type { Planned } from "../erasure/planned.ts";
import { continueFor } from "../tenancy.ts";
import { close } from "./close.ts";
import type { Decision } from "./close.ts";
import type { PrivacyPorts } from "./ports.ts";
import type { RequestRow } from "./requests.ts";
import { wish as wishSchema } from "../api/requests.ts";
import { sealedJob, sealLetter } from "./sealed-letters.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { contactOf, desk, rights, scopeOf } from "./whose.ts";
import { writeLetter } from "./write-letter.ts";

/** Does the request ask for the account to go with its last membership? */
function wantsAccount(row: Pick<RequestRow, "wish">): boolean {
  const wish = wishSchema.safeParse(row.wish).data;
  return wish?.kind === "erasure" && wish.account;
}

/** What an erasure would do now. */
export async function planFor(ports: PrivacyPorts, row: RequestRow): Promise<Planned[]> {
  return await planErasure(ports, await scopeOf(ports, row, wantsAccount(row)));
}

/**
 * Erases the person of a request. The request's answer, its trail and the letter are true only if the
 * erasure is: all are committed with it, or nothing is.
 * @throws Problem `erasure-under-hold`, `erasure-incomplete`
 */
export async function erasePerson(
  ports: PrivacyPorts,
  row: RequestRow,
  decision: Decision,
  by: Role,
): Promise<void> {
  const scope = await scopeOf(ports, row, wantsAccount(row));
  const { name, email } = await contactOf(ports, row);
  const also = async (untyped: Transaction<unknown>, done: readonly Planned[]) => {
    const tx = untyped as Tx;
    // The person is in no row any more: from here on only the desk sees the request.
    await continueFor(untyped, desk);
    await close(tx, ports, row, decision, by);
    for (const { does, rows } of done) {
      if (does === "kept-by-hold") continue;
      const step = { delete: "deleted", anonymise: "anonymised", lock: "locked" } as const;
      await addStep(tx, row, step[does], by, ports.now(), rows);
    }
    await ports.usableChanged(tx, row.organisation_id);
    if (!email) return;
    const answered = {
      ...row,
      decision: decision.decision,
      reason_code: decision.reasonCode ?? null,
      reason: decision.reason ?? null,
    };
    const { publicUrl } = ports;
    const kept = done.flatMap(({ rows, article, until }) =>
      article && until ? [{ rows, article, until }] : [],
    );
    const accountToo = scope.organisation === undefined && row.member_id !== null;
    const letter = writeLetter("outcome", answered, { name, publicUrl, kept, accountToo });
    await continueFor(untyped, rights);
    const id = await sealLetter(tx, ports, row.number, { to: email, ...letter });
    await addJob(tx, sealedJob, { letter: id });
  };
  await erase(ports, scope, { cause: "erasure" }, also);
}
