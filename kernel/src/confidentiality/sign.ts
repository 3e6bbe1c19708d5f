import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import type { Tx } from "../requests/tx.ts";
import type { Context, WithContext } from "../tenancy.ts";
import { confidentialityText, confidentialityVersion } from "./declaration.ts";
import { sign as writeSigned } from "./write.ts";

type Ports = { readonly withContext: WithContext; readonly now: () => Date };
type Session = {
  readonly person: string;
  readonly memberships: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly isOperator: boolean;
  }[];
};

/** One's own membership at the operator. @throws Problem `not-found`: whoever is no staff has nothing to sign */
function contextOf({
  person,
  memberships,
}: Session): Context & { member: string; organisation: string } {
  const staff = memberships.find(({ isOperator }) => isOperator);
  if (!staff) throw common("not-found", { reason: "no staff of the operator" });
  const { id: member, organisation } = staff;
  return { activity: "kernel.bind-staff", person, member, organisation };
}

/** @throws Problem `not-found` */
export async function readDeclaration({ withContext }: Ports, session: Session) {
  const context = contextOf(session);
  const signed = await withContext(
    context,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.confidentiality")
        .select("signed_at")
        .where("member_id", "=", context.member)
        .where("version", "=", confidentialityVersion)
        .executeTakeFirst(),
  );
  return {
    version: confidentialityVersion,
    text: confidentialityText,
    ...(signed ? { signedAt: signed.signed_at.toISOString() } : {}),
  };
}

/** @throws Problem `not-found`; `conflict` for another version than the one in force: it was not read */
export async function sign({ withContext, now }: Ports, session: Session, version: number) {
  const context = contextOf(session);
  if (version !== confidentialityVersion) throw common("conflict");
  const { organisation, member } = context;
  await withContext(context, async (tx: Tx) => {
    await writeSigned(tx, { organisation, member, at: now() });
  });
}

/** The operator's staff by name, each with when they signed. */
export async function listStaff(
  { withContext }: Ports,
  context: Context,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.string(), z.uuid()]), page.cursor);
  const rows = await withContext(context, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.memberships as m")
      .leftJoin("kernel.confidentiality as c", (join) =>
        join.onRef("c.member_id", "=", "m.id").on("c.version", "=", confidentialityVersion),
      )
      .select(["m.id", "m.name", "c.signed_at"])
      .where("m.organisation_id", "=", context.organisation ?? "")
      .orderBy("m.name")
      .orderBy("m.id")
      .limit(page.limit + 1);
    if (after)
      query = query.where((eb) => eb(eb.refTuple("m.name", "m.id"), ">", eb.tuple(...after)));
    return await query.execute();
  });
  return toPage(
    rows,
    page.limit,
    ({ name, id }) => [name, id],
    ({ id, name, signed_at }) => ({
      id,
      name,
      ...(signed_at ? { signedAt: signed_at.toISOString() } : {}),
    }),
  );
}
