import type { Language } from "@terskel/platform/i18n";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import { planErasure } from "../erasure/erase.ts";
import { erasePerson } from "./erase-person.ts";
import { requireFresh } from "./fresh.ts";
import { liftNow, restricts } from "./lift.ts";
import { queueLetter } from "./letters.ts";
import { makeRequest, tellOfNew } from "./make.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { findRequest, lockOpen, selectRequests, shown } from "./requests.ts";
import type { RequestRow, Wish } from "./requests.ts";
import { addStep, readTrail } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { ownKeys, placesOf, rights, scopeOf } from "./whose.ts";

type Session = Parameters<typeof ownKeys>[1];

const contextOf = async (ports: PrivacyPorts, session: Session) => ({
  activity: rights,
  subjects: await ownKeys(ports, session),
});

/** One's own requests, newest first. */
export async function listOwn(
  ports: PrivacyPorts,
  session: Session,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  return await ports.withContext(await contextOf(ports, session), async (tx: Tx) => {
    let query = selectRequests(tx)
      .orderBy("r.id", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("r.id", "<", after[0]);
    return toPage(await query.execute(), page.limit, (row) => [row.id], shown);
  });
}

/** @throws Problem `not-found` for one that is not one's own */
export async function readOwn(ports: PrivacyPorts, session: Session, id: string) {
  return await ports.withContext(await contextOf(ports, session), async (tx: Tx) => {
    const row = await findRequest(tx, id);
    return { ...shown(row), trail: await readTrail(tx, row.number) };
  });
}

/**
 * @throws Problem `not-yours` for an organisation one does not belong to, `belongs-elsewhere`, and what
 * `makeRequest` throws
 */
export async function makeOwn(
  ports: PrivacyPorts,
  session: Session & { readonly startedAt: Date },
  { organisation, wish }: { organisation?: string | undefined; wish: Wish },
  language: Language,
) {
  const member = placesOf(session).find((each) => each.organisation === organisation);
  if (organisation && !member) throw problem("not-yours");
  refuseSharedAccount(session, organisation, wish);
  const ofAccount = wish.kind === "erasure" && organisation === undefined;
  if (ofAccount) requireFresh(ports, session);
  const asking = {
    member: member?.id,
    account: session.person,
    address: undefined,
    subjects: await ownKeys(ports, session),
    made: "signed-in",
    identityCheck: "session",
    language,
    by: "person",
  } as const;
  const made = await makeRequest(ports, asking, wish, organisation);
  if (!ofAccount) return made;
  await eraseAccount(ports, session, made);
  return { ...made, state: "answered" };
}

/** When it fails, nothing is erased, and the request waits for the desk like any other. */
async function eraseAccount(ports: PrivacyPorts, session: Session, row: RequestRow) {
  try {
    await erasePerson(ports, row, { decision: "granted" }, "person");
  } catch (error) {
    await ports.withContext(await contextOf(ports, session), async (tx: Tx) => {
      await tellOfNew(tx, row);
    });
    throw error;
  }
}

/**
 * A request of one's own whose copy is to be fetched, for a session that began just now (A14).
 * @throws Problem `not-found`, `sign-in-again`
 */
export async function findOwnCopy(
  ports: PrivacyPorts,
  session: Session & { readonly startedAt: Date },
  id: string,
): Promise<RequestRow> {
  requireFresh(ports, session);
  return await ports.withContext(
    await contextOf(ports, session),
    async (tx: Tx) => await findRequest(tx, id),
  );
}

/** What an erasure would do, before it is asked for. */
export async function planOwn(
  ports: PrivacyPorts,
  session: Session,
  { organisation, account }: { organisation?: string | undefined; account: boolean },
) {
  const member = placesOf(session).find((each) => each.organisation === organisation);
  if (organisation && !member) throw problem("not-yours");
  const whose = {
    organisation_id: organisation ?? "",
    member_id: member?.id ?? null,
    person_id: session.person,
    address: null,
  };
  return await planErasure(ports, await scopeOf(ports, whose, account));
}

/** An account that other organisations' members use is not erased for one of them (A13). */
function refuseSharedAccount(session: Session, organisation: string | undefined, wish: Wish) {
  if (wish.kind !== "erasure") return;
  const others = placesOf(session).filter((each) => each.organisation !== organisation);
  const withAccount = organisation === undefined || wish.account;
  if (withAccount && others.length > 0) throw problem("belongs-elsewhere");
}

/** @throws Problem `not-found`, `request-closed` */
export async function cancelOwn(ports: PrivacyPorts, session: Session, id: string): Promise<void> {
  await ports.withContext(await contextOf(ports, session), async (tx: Tx) => {
    const row = await lockOpen(tx, id);
    const now = ports.now();
    await tx
      .updateTable("kernel.requests")
      .set({ state: "cancelled", answered_at: now })
      .where("id", "=", id)
      .execute();
    await addStep(tx, row, "cancelled", "person", now);
    await queueLetter(tx, row, "cancelled");
  });
}

/** @throws Problem `not-found`, `not-restricted` */
export async function liftOwn(ports: PrivacyPorts, session: Session, id: string): Promise<void> {
  const row = await ports.withContext(
    await contextOf(ports, session),
    async (tx: Tx) => await findRequest(tx, id),
  );
  if (!restricts(row)) throw problem("not-restricted");
  await liftNow(ports, row, "person");
}
