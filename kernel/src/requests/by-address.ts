import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import { kindOf, subjectsOf } from "../subject-path.ts";
import { makeRequest } from "./make.ts";
import type { Asking } from "./make.ts";
import type { AddressOwner, PrivacyPorts } from "./ports.ts";
import { Problem } from "@terskel/platform/problems";
import { findRequest } from "./requests.ts";
import type { RequestRow, Wish } from "./requests.ts";
import type { Tx } from "./tx.ts";
import { rights } from "./whose.ts";

type Code = { readonly code: string; readonly digits: string };
type Given = Code & { readonly wish: Wish };

/**
 * Makes the request at each organisation that has stored the address, or whose member it is.
 * @returns nothing when none has
 * @throws Problem `wrong-code`, `too-many-requests`, `national-identity-number`; `request-running` or
 * `copy-ready` when that is so at every one of them
 */
export async function makeByAddress(
  ports: PrivacyPorts,
  { wish, ...given }: Given,
  { ip, language }: { ip: string; language: Language },
): Promise<RequestRow[]> {
  // Before the code is used up.
  const owner = await ports.addressCodes.confirm(given, { ip });
  const made: RequestRow[] = [];
  let running: Problem | undefined;
  for (const { organisation, member } of await whereKnown(ports, owner)) {
    try {
      made.push(await makeRequest(ports, askingOf(owner, member, language), wish, organisation));
    } catch (error) {
      const asked = ["request-running", "copy-ready"];
      if (!(error instanceof Problem) || !asked.includes(error.code)) throw error;
      running = error;
    }
  }
  if (made.length === 0 && running) throw running;
  return made;
}

/**
 * The request that was made by an address, for whoever proves once more that it is theirs (A14).
 * @throws Problem `wrong-code`, `too-many-requests`, `not-found`
 */
export async function findAddressCopy(
  ports: PrivacyPorts,
  { request, ...given }: Code & { readonly request: string },
  { ip }: { ip: string },
): Promise<RequestRow> {
  const { address } = await ports.addressCodes.confirm(given, { ip });
  const subjects = { member: [], account: [], address: [address] };
  return await ports.withContext(
    { activity: rights, subjects },
    async (tx: Tx) => await findRequest(tx, request),
  );
}

const askingOf = (owner: AddressOwner, member: string | undefined, language: Language): Asking => ({
  member,
  account: owner.account,
  address: owner.address,
  subjects: {
    member: owner.memberships.map(({ id }) => id),
    account: owner.account ? [owner.account] : [],
    address: [owner.address],
  },
  made: "address",
  identityCheck: "verified-address",
  language,
  by: "person",
});

type Place = { readonly organisation: string | undefined; readonly member?: string | undefined };

async function whereKnown(ports: PrivacyPorts, owner: AddressOwner): Promise<Place[]> {
  const places: Place[] = owner.memberships.map(({ id, organisation }) => ({
    organisation,
    member: id,
  }));
  for (const organisation of await organisationsWith(ports, owner.address)) {
    if (!places.some((place) => place.organisation === organisation)) places.push({ organisation });
  }
  // An account that belongs nowhere is the operator's to answer for.
  if (places.length === 0 && owner.account) places.push({ organisation: undefined });
  return places;
}

/** The organisations in whose rows the address stands by itself: an invitation, for example. */
async function organisationsWith(ports: PrivacyPorts, address: string): Promise<string[]> {
  const subjects = { member: [], account: [], address: [address] };
  return await ports.withContext({ activity: rights, subjects }, async (tx: Tx) => {
    const found = new Set<string>();
    for (const table of ports.processings.flatMap((p) => p.tables)) {
      if (!("organisation_id" in table.columns)) continue;
      for (const subject of subjectsOf(table)) {
        if (kindOf(table, subject) !== "address") continue;
        const { rows } = await sql<{ organisation_id: string }>`
          select distinct organisation_id from ${sql.table(table.table)}
           where ${sql.ref(subject.column)} = ${address} and organisation_id is not null`.execute(
          tx,
        );
        for (const { organisation_id } of rows) found.add(organisation_id);
      }
    }
    return [...found];
  });
}
