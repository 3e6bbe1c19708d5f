import type { Answer, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type * as api from "../api/disclosures.ts";
import { ownKeys, rights } from "../requests/whose.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";

type Item = Answer<typeof api.disclosures>["items"][number];

/** Who got what about the signed-in person, the newest first. Row-level security shows no one else's. */
export async function listDisclosures(
  ports: PrivacyPorts,
  session: Parameters<typeof ownKeys>[1],
  page: Query<typeof api.disclosures>,
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  const subjects = await ownKeys(ports, session);
  const rows = await ports.withContext({ activity: rights, subjects }, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.disclosures as d")
      .leftJoin("kernel.organisations as o", "o.id", "d.organisation_id")
      .select(["d.id", "d.at", "d.recipient", "d.recipient_name", "d.activity", "d.labels"])
      .select(["d.country", "d.ground"])
      .select(["d.bounced_at", "o.name as organisation"])
      .where((eb) =>
        eb.or([
          eb("d.person_id", "=", session.person),
          eb("d.member_id", "in", subjects.member.length > 0 ? [...subjects.member] : [null]),
        ]),
      )
      .orderBy("d.id", "desc")
      .limit(page.limit + 1);
    if (after) query = query.where("d.id", "<", after[0]);
    return await query.execute();
  });
  const purposes = new Map(
    ports.processings.flatMap((p) => p.activities.map(({ id, purpose }) => [id, purpose] as const)),
  );
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    ({ id, at, recipient, recipient_name, activity, labels, ...row }): Item => ({
      id,
      at: at.toISOString(),
      recipient: recipient as Item["recipient"],
      name: recipient_name,
      // An activity of an older version may be declared no more.
      purpose: purposes.get(activity) ?? { nb: activity, sv: activity, en: activity },
      labels: labels as Item["labels"],
      ...(row.country ? { country: row.country } : {}),
      ...(row.ground ? { ground: row.ground } : {}),
      ...(row.organisation ? { organisation: row.organisation } : {}),
      ...(row.bounced_at ? { bouncedAt: row.bounced_at.toISOString() } : {}),
    }),
  );
}
