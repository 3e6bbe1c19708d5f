import type { Transaction } from "kysely";
import type { z } from "zod";
import { senders } from "../api/suppliers.ts";
import type { OrganisationKind, Processing } from "../declare.ts";
import type { KernelTables } from "../tables.ts";
import type { WithContext } from "../tenancy.ts";
import { noticeOf } from "./facts.ts";
import type { Outside, Publisher } from "./facts.ts";
import { noticeFacts } from "./shape.ts";
import type { NoticeFacts, Party } from "./shape.ts";

type Tx = Transaction<KernelTables>;
export type NoticePorts = {
  readonly withContext: WithContext;
  readonly processings: readonly Processing[];
  readonly now: () => Date;
};

export const publish = "kernel.publish-notice";
const ownWords: z.ZodType<NoticeFacts["words"]> = noticeFacts.shape.words;

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** An organisation as it publishes itself. */
async function findPublisher(tx: Tx, which: { id: string } | "operator") {
  let query = tx
    .selectFrom("kernel.organisations as o")
    .leftJoin("kernel.notice_details as d", "d.organisation_id", "o.id")
    .select(["o.id", "o.name", "o.number", "o.country", "o.kind"])
    .select(["d.address", "d.email", "d.phone", "d.words"])
    .select(["d.privacy_contact", "d.privacy_email", "d.privacy_phone"]);
  query =
    which === "operator"
      ? query.where("o.kind", "=", "operator").orderBy("o.created_at").limit(1)
      : query.where("o.id", "=", which.id);
  const row = await query.executeTakeFirst();
  if (!row) return undefined;
  const party: Party = {
    name: row.name,
    number: row.number,
    country: row.country as Party["country"],
    ...present({ address: row.address, email: row.email, phone: row.phone }),
    privacy: present({
      contact: row.privacy_contact,
      email: row.privacy_email,
      phone: row.privacy_phone,
    }),
  };
  const words = ownWords.parse(row.words ?? {});
  return { id: row.id, kind: row.kind as OrganisationKind, party, words } satisfies Publisher;
}

/** The notice of an organisation as the declarations are now; undefined when there is no such organisation. */
export async function liveNotice(
  tx: Tx,
  { processings, now }: Pick<NoticePorts, "processings" | "now">,
  id: string,
): Promise<NoticeFacts | undefined> {
  const operator = await findPublisher(tx, "operator");
  const organisation = await findPublisher(tx, { id });
  if (!organisation) return undefined;
  const isOperator = organisation.kind === "operator";
  const outside = await readOutside(tx, id, now());
  return noticeOf(processings, organisation, isOperator ? undefined : operator, outside);
}

/**
 * The suppliers whose agreement is in force, and the country of storage. What is sent goes to nobody to whom the
 * organisation objects; what is stored lies where it lies.
 */
async function readOutside(tx: Tx, organisation: string, now: Date): Promise<Outside> {
  const rows = await tx
    .selectFrom("kernel.suppliers as s")
    .select(["s.id", "s.name", "s.country", "s.recipient", "s.labels"])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("kernel.supplier_agreements as a")
          .select("a.id")
          .whereRef("a.supplier_id", "=", "s.id")
          .where("a.begins_at", "<=", now)
          .where((of) => of.or([of("a.ends_at", "is", null), of("a.ends_at", ">", now)])),
      ),
    )
    .where((eb) =>
      eb.or([
        eb("s.recipient", "not in", senders),
        eb.not(
          eb.exists(
            eb
              .selectFrom("kernel.supplier_approvals as a")
              .select("a.supplier_id")
              .whereRef("a.supplier_id", "=", "s.id")
              .where("a.organisation_id", "=", organisation)
              .where("a.state", "=", "objected"),
          ),
        ),
      ]),
    )
    .orderBy("s.recipient")
    .orderBy("s.id")
    .execute();
  const region = await tx
    .selectFrom("kernel.storage_region")
    .select("country")
    .limit(1)
    .executeTakeFirst();
  return {
    suppliers: rows.map(({ id, name, country, recipient, labels }) => ({
      from: `kernel.suppliers ${id}`,
      name,
      country,
      recipient,
      labels: [...labels],
    })),
    ...(region ? { storedIn: region.country } : {}),
  };
}

/** The operator's id; undefined before it is set up. */
export async function findOperator({ withContext }: NoticePorts): Promise<string | undefined> {
  return await withContext({ activity: publish }, async (tx: Tx) => {
    return (await findPublisher(tx, "operator"))?.id;
  });
}
