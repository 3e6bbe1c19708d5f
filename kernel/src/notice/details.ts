import type { Answer, Body } from "@terskel/platform/contract";
import { toE164 } from "@terskel/platform/phone";
import type { Transaction } from "kysely";
import type * as api from "../api/notices.ts";
import type { KernelTables } from "../tables.ts";
import type { Context, WithContext } from "../tenancy.ts";
import { queueVersions } from "./versions-job.ts";
import { problem } from "./problems.ts";
import { noticeFacts } from "./shape.ts";

type Tx = Transaction<KernelTables>;
type Ports = { readonly withContext: WithContext; readonly now: () => Date };

const some = <T>(value: T | null | undefined) => value ?? undefined;

/** How an organisation is reached, and its own words; nothing where it has said nothing. */
export async function readDetails(
  { withContext }: Ports,
  context: Context,
  organisation: string,
): Promise<Answer<typeof api.readNoticeDetails>> {
  const row = await withContext(context, async (tx: Tx) =>
    tx
      .selectFrom("kernel.notice_details")
      .selectAll()
      .where("organisation_id", "=", organisation)
      .executeTakeFirst(),
  );
  return {
    address: some(row?.address),
    email: some(row?.email),
    phone: some(row?.phone),
    privacyContact: some(row?.privacy_contact),
    privacyEmail: some(row?.privacy_email),
    privacyPhone: some(row?.privacy_phone),
    ...noticeFacts.shape.words.parse(row?.words ?? {}),
  };
}

/**
 * Puts them in place of what was said before.
 * @throws Problem `no-telephone-number`
 */
export async function putDetails(
  { withContext, now }: Ports,
  context: Context,
  organisation: string,
  body: Body<typeof api.putNoticeDetails>,
): Promise<void> {
  await withContext(context, async (tx: Tx) => {
    const { country, kind } = await tx
      .selectFrom("kernel.organisations")
      .select(["country", "kind"])
      .where("id", "=", organisation)
      .executeTakeFirstOrThrow();
    const numberOf = (phone: string | undefined) => {
      if (phone === undefined) return null;
      const number = toE164(phone, country === "SE" ? "SE" : "NO");
      if (number === undefined) throw problem("no-telephone-number");
      return number;
    };
    const { about, contact } = body;
    const values = {
      address: body.address ?? null,
      email: body.email ?? null,
      phone: numberOf(body.phone),
      privacy_contact: body.privacyContact ?? null,
      privacy_email: body.privacyEmail ?? null,
      privacy_phone: numberOf(body.privacyPhone),
      words: JSON.stringify({ ...(about ? { about } : {}), ...(contact ? { contact } : {}) }),
      updated_at: now(),
    };
    await tx
      .insertInto("kernel.notice_details")
      .values({ organisation_id: organisation, ...values })
      .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(values))
      .execute();
    // The operator is named in everybody's.
    if (kind === "operator") await queueVersions(tx);
  });
}
