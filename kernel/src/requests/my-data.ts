import type { Answer } from "@terskel/platform/contract";
import type { z } from "zod";
import type { myData } from "../api/my-data.ts";
import { authorityOf } from "../authorities.ts";
import type { Activity, OrganisationKind } from "../declare.ts";
import { anyCustomer, canObject, concerns, groundOf, purposeOf } from "../ground.ts";
import { countStored } from "./count-stored.ts";
import { isFresh } from "./fresh.ts";
import type { PrivacyPorts } from "./ports.ts";
import type { Tx } from "./tx.ts";
import { ownKeys, rights } from "./whose.ts";

type Place = Answer<typeof myData>["places"][number];
type Session = Parameters<typeof ownKeys>[1] & { readonly startedAt: Date };

/** Everything the product stores about a person, in counts; the copy itself holds the rest. */
export async function readMyData(
  ports: PrivacyPorts,
  session: Session,
): Promise<z.input<typeof myData.response>> {
  const keys = await ownKeys(ports, session);
  const places = await ports.withContext({ activity: rights, subjects: keys }, async (tx: Tx) => {
    const withheld = await tx
      .selectFrom("kernel.withholdings")
      .select(["member_id", "person_id", "activity", "since"])
      .execute();
    const ofAccount = withheld.filter(({ person_id }) => person_id === session.person);
    const found: Place[] = [];
    for (const member of await membershipsOf(tx, session.person)) {
      const own = withheld.filter(({ member_id }) => member_id === member.id);
      const { organisation_id, name, number, country, agreement_ends_at, data_goes_at } = member;
      const kind = member.kind as OrganisationKind;
      const stored = await countStored(tx, ports.processings, organisation_id);
      found.push({
        organisation: { id: organisation_id, name, number, kind },
        contact: contactFrom(member.member, member.email, member.phone),
        ...(agreement_ends_at ? { agreementEndsAt: agreement_ends_at.toISOString() } : {}),
        ...(data_goes_at ? { dataGoesAt: data_goes_at.toISOString() } : {}),
        // An account's holds for its memberships too.
        ...restrictionIn([...own, ...ofAccount]),
        stored,
        activities: activitiesOf(ports, stored, kind, objectedIn(own)),
        authority: authorityOf(country),
      });
    }
    const stored = await countStored(tx, ports.processings, undefined);
    const account = await ports.account(session.person);
    found.push({
      contact: contactFrom(account?.name, account?.email, account?.phone),
      ...restrictionIn(ofAccount),
      stored,
      activities: activitiesOf(ports, stored, "operator", objectedIn(ofAccount), {
        ofOrganisation: false,
      }),
      authority: authorityOf("NO"),
    });
    return found;
  });
  return {
    places,
    anyConsent: places.some(({ activities }) => activities.some((a) => a.basis === "consent")),
    freshSignIn: isFresh(ports, session),
  };
}

async function membershipsOf(tx: Tx, person: string) {
  return await tx
    .selectFrom("kernel.memberships as m")
    .innerJoin("kernel.organisations as o", "o.id", "m.organisation_id")
    .select(["m.id", "m.organisation_id", "m.name as member", "m.email", "m.phone"])
    .select(["o.name", "o.number", "o.country", "o.kind", "o.agreement_ends_at", "o.data_goes_at"])
    .where("m.person_id", "=", person)
    .orderBy("o.name")
    .execute();
}

const contactFrom = (name?: string | null, email?: string | null, phone?: string | null) => ({
  ...(name ? { name } : {}),
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
});

/** Whether the use is restricted (Art. 18), and since when. */
function restrictionIn(own: readonly { activity: string | null; since: Date }[]) {
  const since = own.flatMap((each) => (each.activity === null ? [each.since.getTime()] : []));
  if (since.length === 0) return { restricted: false };
  return { restricted: true, restrictedSince: new Date(Math.min(...since)).toISOString() };
}

const objectedIn = (own: readonly { activity: string | null }[]) =>
  new Set(own.flatMap(({ activity }) => activity ?? []));

/** The purposes for which what is stored may be used, with their grounds at this organisation. */
function activitiesOf(
  { processings }: PrivacyPorts,
  stored: Place["stored"],
  kind: OrganisationKind,
  objected: ReadonlySet<string>,
  { ofOrganisation = true } = {},
): Place["activities"] {
  // The account is known to the operator, whose staff its owner need not be.
  const staffOf = ofOrganisation ? [{ kind }] : anyCustomer;
  const used = new Set(stored.flatMap(({ activities }) => activities));
  return processings
    .flatMap((p) => p.activities)
    .filter((activity) => used.has(activity.id) && concerns(activity, staffOf))
    .map((activity: Activity) => {
      const { basis, interest, controller } = groundOf(activity, kind);
      return {
        id: activity.id,
        purpose: purposeOf(activity, kind),
        basis,
        ...(interest ? { interest } : {}),
        controller,
        canObject: canObject(activity, kind),
        objected:
          objected.has(activity.id) ||
          (activity.objection !== undefined && objected.has(activity.objection)),
      };
    });
}
