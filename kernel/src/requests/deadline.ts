import { endOfMonths, extendedMonths, zoneOf } from "./calendar.ts";
import { decides, roleAt } from "./desk.ts";
import { writePassedOn } from "../disclosures/passed-on.ts";
import type { Whose } from "./whose.ts";
import { aboutRequest, queueLetter } from "./letters.ts";
import { queueNews } from "./news.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { problem as common } from "@terskel/platform/problems";
import { lockOpen } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { desk } from "./whose.ts";

/** Runs with an open request locked that this desk has to decide. */
async function withOpen<T>(
  ports: PrivacyPorts,
  organisation: string,
  id: string,
  run: (tx: Tx, row: RequestRow) => Promise<T>,
): Promise<T> {
  return await ports.withContext({ activity: desk, organisation }, async (tx: Tx) => {
    const row = await lockOpen(tx, id);
    if (!decides(row, organisation)) throw common("not-allowed", { reason: "passed on" });
    return await run(tx, row);
  });
}

/**
 * Two months more, once, told within the first (GDPR Art. 12(3)).
 * @throws Problem `already-extended`, `too-late-to-extend`, `request-closed`, `national-identity-number`
 */
export async function extend(
  ports: PrivacyPorts,
  organisation: string,
  id: string,
  reason: string,
): Promise<Date> {
  return await withOpen(ports, organisation, id, async (tx, row) => {
    if (row.extended_at) throw problem("already-extended");
    if (ports.now() > row.due_at) throw problem("too-late-to-extend");
    const due = endOfMonths(row.received_at, extendedMonths, zoneOf(row.country));
    await tx
      .updateTable("kernel.requests")
      .set({
        due_at: due,
        extended_at: ports.now(),
        extension_reason: reason,
        // What was reminded of was another deadline.
        reminded: null,
      })
      .where("id", "=", id)
      .execute();
    await addStep(tx, row, "extended", roleAt(row, organisation), ports.now());
    await queueLetter(tx, row, "extended");
    return due;
  });
}

/** Asks for more proof (Art. 12(6), A14): told to the person, and the clock goes on. */
export async function askProof(
  ports: PrivacyPorts,
  organisation: string,
  id: string,
  wanted: string,
): Promise<void> {
  await withOpen(ports, organisation, id, async (tx, row) => {
    await tx
      .updateTable("kernel.requests")
      .set({ proof_wanted: wanted, proof_asked_at: ports.now() })
      .where("id", "=", id)
      .execute();
    await addStep(tx, row, "proof-asked", roleAt(row, organisation), ports.now());
    await queueLetter(tx, row, "proof");
  });
}

/**
 * An employer passes it on to the operator (D13).
 * @throws Problem `not-to-be-passed-on`, `no-operator`, `request-closed`
 */
export async function passOn(ports: PrivacyPorts, organisation: string, id: string): Promise<void> {
  await withOpen(ports, organisation, id, async (tx, row) => {
    if (row.organisationKind !== "employer" || row.forwarded_to) {
      throw problem("not-to-be-passed-on");
    }
    const operator = await tx
      .selectFrom("kernel.organisations")
      .select(["id", "name"])
      .where("kind", "=", "operator")
      .orderBy("created_at")
      .executeTakeFirst();
    if (!operator) throw problem("no-operator");
    await tx
      .updateTable("kernel.requests")
      .set({ forwarded_to: operator.id, forwarded_at: ports.now() })
      .where("id", "=", id)
      .execute();
    await addStep(tx, row, "passed-on", "privacy-officer", ports.now());
    await writeRequestPassedOn(tx, row, operator.name, ports.now());
    await queueLetter(tx, row, "passed-on");
    await queueNews(tx, row, "new");
  });
}

/** Who asked by an address only is known by nothing that outlives the request, and so nowhere in the log. */
async function writeRequestPassedOn(tx: Tx, row: Whose, name: string, now: Date): Promise<void> {
  if (!row.member_id && !row.person_id) return;
  const about = { ...aboutRequest(row), labels: ["name", "contact", "rights-request"] as const };
  await writePassedOn(tx, { ...about, recipient: "another organisation", name }, now);
}
