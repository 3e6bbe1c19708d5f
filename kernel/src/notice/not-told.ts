import { addJob } from "@terskel/platform/jobs";
import type { WithContext } from "../tenancy.ts";
import { tell } from "./tell-one.ts";
import { tellJobName } from "./tell.ts";
import type { Tx } from "./versions.ts";

const justBeforeMs = 10 * 60_000;

type Ports = { readonly withContext: WithContext };
/** A letter that did not arrive: to a member of the organisation, or the owner of an account that belongs to none. */
type Lost = {
  readonly at: Date;
  readonly organisation_id: string | null;
  readonly member_id: string | null;
  readonly person_id: string | null;
};

/**
 * Whoever was told by a letter that did not arrive was not told: they are told by SMS, if that can be and the change is
 * not in force yet; else the desk sees who does not know.
 */
export async function notTold(ports: Ports, lost: Lost): Promise<void> {
  const organisation = lost.organisation_id ?? (await operator(ports));
  if (!organisation) return;
  await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    const telling = await tx
      .selectFrom("kernel.notice_tellings")
      .select(["id", "version_id"])
      .where("how", "=", "email")
      .where("state", "=", "told")
      // It is written just before the letter leaves. An earlier version was told of by a letter of its own.
      .where("at", "<=", lost.at)
      .where("at", ">", new Date(lost.at.getTime() - justBeforeMs))
      .where((eb) =>
        lost.member_id
          ? eb("member_id", "=", lost.member_id)
          : eb("person_id", "=", lost.person_id),
      )
      .orderBy("at", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!telling) return;
    await tx
      .updateTable("kernel.notice_tellings")
      .set({ state: "bounced" })
      .where("id", "=", telling.id)
      .execute();
    const version = telling.version_id;
    await addJob(tx, tellJobName, { organisation, version }, { key: `tell ${version}` });
  });
}

async function operator({ withContext }: Ports): Promise<string | undefined> {
  const found = await withContext(
    { activity: "kernel.publish-notice" },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.organisations")
        .select("id")
        .where("kind", "=", "operator")
        .orderBy("created_at")
        .executeTakeFirst(),
  );
  return found?.id;
}
