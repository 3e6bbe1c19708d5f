import type { Answer } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import type * as api from "../api/advice.ts";
import { confidentialityText, confidentialityVersion } from "../confidentiality/declaration.ts";
import { purposeTexts } from "../opening/purposes.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import { dayOf, lastDayOf } from "../suppliers/dates.ts";
import { problem } from "./problems.ts";
import { stateOf } from "./state.ts";

type Item = Answer<typeof api.advice>["items"][number];
type Page = { limit: number; cursor?: string | undefined };

const activity = "kernel.advise";

const selectOwn = (tx: Tx, person: string) =>
  tx
    .selectFrom("kernel.advisers as a")
    .innerJoin("kernel.organisations as o", "o.id", "a.organisation_id")
    .selectAll("a")
    .select("o.name as organisation")
    .where("a.person_id", "=", person);

export type Own = Awaited<ReturnType<ReturnType<typeof selectOwn>["executeTakeFirstOrThrow"]>>;

/** The person's own assignment, whether it is in force or not. @throws Problem `not-found` */
export async function findOwn(ports: PrivacyPorts, person: string, adviser: string): Promise<Own> {
  const found = await ports.withContext(
    { activity, person },
    async (tx: Tx) => await selectOwn(tx, person).where("a.id", "=", adviser).executeTakeFirst(),
  );
  if (!found) throw common("not-found", { reason: "no assignment of theirs" });
  return found;
}

/** What the person may look at as an adviser, the newest first. */
export async function listOwn(ports: PrivacyPorts, person: string, page: Page) {
  const before = readCursor(z.tuple([z.uuid()]), page.cursor);
  const rows = await ports.withContext({ activity, person }, async (tx: Tx) => {
    const query = selectOwn(tx, person)
      .orderBy("a.id", "desc")
      .limit(page.limit + 1);
    return await (before ? query.where("a.id", "<", before[0]) : query).execute();
  });
  return toPage(
    rows,
    page.limit,
    ({ id }) => [id],
    (row) => show(ports, row),
  );
}

export async function readOwn(ports: PrivacyPorts, person: string, adviser: string) {
  const found = await findOwn(ports, person, adviser);
  const isSigned = found.signed_version === confidentialityVersion;
  return {
    ...show(ports, found),
    declaration: {
      version: confidentialityVersion,
      text: confidentialityText,
      ...(isSigned ? { signedAt: found.signed_at?.toISOString() } : {}),
    },
  };
}

function show({ processings, now }: PrivacyPorts, row: Own): Item {
  const textOf = purposeTexts(processings);
  return {
    id: row.id,
    organisation: row.organisation,
    kind: row.kind as Item["kind"],
    need: row.need,
    purposes: row.activities.map((id) => ({ id, text: textOf(id) })),
    firstDay: dayOf(row.begins_at),
    lastDay: lastDayOf(row.ends_at),
    state: stateOf(row, now()),
  };
}

/**
 * @throws Problem `not-found`; `advice-is-over`; `conflict` for another version than the one in force: it was
 * not read
 */
export async function signOwn(
  ports: PrivacyPorts,
  person: string,
  { adviser, version }: { readonly adviser: string; readonly version: number },
) {
  const found = await findOwn(ports, person, adviser);
  if (stateOf(found, ports.now()) === "over") throw problem("advice-is-over");
  if (version !== confidentialityVersion) throw common("conflict");
  await ports.withContext({ activity, person }, async (tx: Tx) => {
    await tx
      .updateTable("kernel.advisers")
      .set({ signed_version: version, signed_at: ports.now() })
      .where("id", "=", adviser)
      .where("person_id", "=", person)
      .where((eb) => eb.or([eb("signed_version", "is", null), eb("signed_version", "!=", version)]))
      .execute();
  });
}
