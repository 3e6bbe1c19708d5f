import type { Language } from "@terskel/platform/i18n";
import type { Insertable } from "kysely";
import type { OrganisationKind } from "../declare.ts";
import type { Requests } from "../tables.ts";
import type { SubjectKeys } from "../tenancy.ts";
import { answerMonths, endOfMonths, zoneOf } from "./calendar.ts";
import { answerAtOnce, erasesAccount, hasFile, isAtOnce } from "./at-once.ts";
import { queueLetter } from "./letters.ts";
import { queueNews } from "./news.ts";
import { atOnce, controllerOf } from "./objections.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { storeRequest } from "./requests.ts";
import type { RequestRow, Wish } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { rights } from "./whose.ts";

/** A person as the request is to know them, and how they showed that it is them. */
export type Asking = {
  readonly member: string | undefined;
  readonly account: string | undefined;
  readonly address: string | undefined;
  /** Every key of theirs: what ends at once ends for all of them. */
  readonly subjects: SubjectKeys;
  readonly made: "signed-in" | "address" | "staff";
  readonly identityCheck: string;
  readonly language: Language;
  readonly by: Role;
};

type Organisation = { readonly id: string; readonly country: string; readonly kind: string };

/**
 * Makes a request at the organisation, or, about the account, at the operator.
 * @returns the request; answered already where nothing has to be weighed
 * @throws Problem `request-running`, `copy-ready`, `cannot-object`, `no-operator`, `national-identity-number`
 */
export async function makeRequest(
  ports: PrivacyPorts,
  asking: Asking,
  wish: Wish,
  organisation: string | undefined,
): Promise<RequestRow> {
  const { subjects } = asking;
  return await ports.withContext({ activity: rights, subjects }, async (tx: Tx) => {
    const asked = await findOrganisation(tx, organisation);
    const decides = await controllerFor(tx, ports, wish, asked, asking);
    await refuseSecondCopy(tx, ports, wish, asking, decides);
    const row = await storeRequest(tx, valuesOf(ports, asking, wish, decides));
    await addStep(tx, row, "received", asking.by, row.received_at);
    // Carried out in a transaction of its own, by whoever made it.
    if (erasesAccount(row)) return row;
    if (isAtOnce(ports, row)) return await answerAtOnce(tx, ports, row);
    await tellOfNew(tx, row);
    return row;
  });
}

/** Whoever has a copy to fetch fetches that: it is made when it is fetched, so it is no older than a new one. */
async function refuseSecondCopy(
  tx: Tx,
  ports: PrivacyPorts,
  wish: Wish,
  asking: Asking,
  decides: { readonly id: string; readonly ofMember: boolean },
) {
  if (!hasFile(wish)) return;
  const ready = tx
    .selectFrom("kernel.requests")
    .select("id")
    .where("organisation_id", "=", decides.id)
    .where("kind", "=", wish.kind)
    .where("file_until", ">", ports.now());
  const member = decides.ofMember ? asking.member : undefined;
  const mine = member
    ? ready.where("member_id", "=", member)
    : asking.account
      ? ready.where("member_id", "is", null).where("person_id", "=", asking.account)
      : ready.where("address", "=", asking.address ?? "");
  if (await mine.executeTakeFirst()) throw problem("copy-ready");
}

/** The person gets a receipt, and the desk its task. */
export async function tellOfNew(tx: Tx, row: RequestRow): Promise<void> {
  await queueLetter(tx, row, "receipt");
  await queueNews(tx, row, "new");
}

async function findOrganisation(tx: Tx, id: string | undefined): Promise<Organisation> {
  const query = tx.selectFrom("kernel.organisations").select(["id", "country", "kind"]);
  const found = await (
    id ? query.where("id", "=", id) : query.where("kind", "=", "operator").orderBy("created_at")
  ).executeTakeFirst();
  if (!found) throw problem(id ? "not-yours" : "no-operator");
  return found;
}

/** An objection to what the operator does for its own reasons is the operator's to weigh. */
async function controllerFor(
  tx: Tx,
  ports: PrivacyPorts,
  wish: Wish,
  asked: Organisation,
  asking: Asking,
): Promise<Organisation & { readonly ofMember: boolean }> {
  const ofMember = asking.member !== undefined;
  if (wish.kind !== "objection" || atOnce(ports, wish.to)) return { ...asked, ofMember };
  const who = controllerOf(ports, wish.to, asked.kind as OrganisationKind);
  if (who === "organisation" || asked.kind === "operator") return { ...asked, ofMember };
  return { ...(await findOrganisation(tx, undefined)), ofMember: false };
}

function valuesOf(
  ports: PrivacyPorts,
  asking: Asking,
  wish: Wish,
  decides: Organisation & { readonly ofMember: boolean },
): Insertable<Requests> {
  const received = ports.now();
  return {
    organisation_id: decides.id,
    kind: wish.kind,
    member_id: decides.ofMember ? (asking.member ?? null) : null,
    person_id: asking.account ?? null,
    address: asking.address ?? null,
    made: asking.made,
    identity_check: asking.identityCheck,
    language: asking.language,
    activity: wish.kind === "objection" ? wish.to : null,
    wish: JSON.stringify(wish),
    received_at: received,
    due_at: endOfMonths(received, answerMonths, zoneOf(decides.country)),
  };
}
