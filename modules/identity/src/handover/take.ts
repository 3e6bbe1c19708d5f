import { leftOut, openHandover } from "@terskel/kernel";
import type { Handover } from "@terskel/kernel";
import type { Answer } from "@terskel/platform/contract";
import type { Language } from "@terskel/platform/i18n";
import type { previewHandover } from "../api/handover.ts";
import { language } from "../api/words.ts";
import { correctMe, readMe } from "../me.ts";
import { putPicture } from "../picture.ts";
import type { IdentityPorts } from "../ports.ts";
import { problem } from "../problems.ts";
import { identityProcessing } from "../processing.ts";
import { oneAtATime } from "../tx.ts";
import type { Tx } from "../tx.ts";
import { requireHolder } from "./holder.ts";
import { readSections, takenColumns } from "./sections.ts";
import type { Here, Read, Section, Taken } from "./sections.ts";

type Who = {
  readonly context: Parameters<IdentityPorts["withContext"]>[0];
  readonly person: string;
};

/** @throws Problem `handover-…` */
const open = ({ config, now }: IdentityPorts, base64: string): Handover =>
  openHandover(Buffer.from(base64, "base64"), config.TERSKEL_TRUSTED_INSTALLATIONS, now());

/**
 * What a file would change, and what of it has no place here. Nothing is stored.
 * @throws Problem `handover-…`
 */
export async function preview(
  ports: IdentityPorts,
  base64: string,
  { context, person, reader }: Who & { readonly reader: Language },
): Promise<Answer<typeof previewHandover>> {
  const file = open(ports, base64);
  const here = await ports.withContext(context, async (tx: Tx) => {
    await requireHolder(tx, person, file);
    return await readHere(tx, ports, person, file);
  });
  const sections = await readSections(file, here);
  return {
    installation: file.installation,
    issuedAt: file.issuedAt,
    expiresAt: file.expiresAt,
    sections: sections.map(({ section, there, here: stands, state, why }): Section => ({
      section,
      there,
      state,
      ...(stands === undefined ? {} : { here: stands }),
      ...(why ? { why } : {}),
    })),
    leftOut: leftOut(file, [identityProcessing], takenColumns, reader),
  };
}

/**
 * Takes over what the person chose, in one transaction, and writes down from where. What was taken over
 * from this file before stays as the person has it now.
 * @throws Problem `handover-…`, `handover-section`
 */
export async function take(
  ports: IdentityPorts,
  { file: base64, sections: chosen }: { file: string; sections: readonly Taken[] },
  { context, person }: Who,
) {
  const file = open(ports, base64);
  // Pictures are opened before the transaction begins; whose file it is, before a picture is.
  const here = await ports.withContext(context, async (tx: Tx) => {
    await requireHolder(tx, person, file);
    return await readHere(tx, ports, person, file);
  });
  const read = await readSections(file, here);
  return await ports.withContext(context, async (tx: Tx) => {
    await oneAtATime(tx, `handover ${person}`);
    await requireHolder(tx, person, file);
    const before = await takenBefore(tx, person, file);
    const now = ports.now();
    const taken: Taken[] = [];
    const unchanged: Taken[] = [];
    for (const section of new Set(chosen)) {
      const found = read.find((each) => each.section === section);
      if (!found || found.state === "not-possible") throw problem("handover-section");
      if (found.state === "same" || before.includes(section)) unchanged.push(section);
      else {
        await write(tx, person, found, now);
        taken.push(section);
      }
    }
    if (taken.length > 0) await record(tx, person, file, [...before, ...taken], now);
    return { taken, unchanged };
  });
}

/** By the rules that hold when the person writes it themselves: a signature lifts none. */
async function write(tx: Tx, person: string, { section, there, image }: Read, now: Date) {
  if (section === "name") await correctMe(tx, person, { name: there });
  if (section === "language") await correctMe(tx, person, { language: language.parse(there) });
  if (image) await putPicture(tx, person, image, now);
}

async function readHere(
  tx: Tx,
  { sendSms, now }: Pick<IdentityPorts, "sendSms" | "now">,
  person: string,
  file: Handover,
): Promise<Here> {
  const me = await readMe(tx, person, now());
  return {
    name: me.name,
    language: me.language ?? null,
    email: me.emailVerified ? (me.email ?? null) : null,
    phone: me.phoneVerified ? (me.phone ?? null) : null,
    hasEid: me.eidConnected,
    sms: sendSms !== undefined,
    pictureVersion: me.pictureVersion,
    before: await takenBefore(tx, person, file),
  };
}

async function takenBefore(tx: Tx, person: string, { id }: Handover): Promise<readonly string[]> {
  const row = await tx
    .selectFrom("identity.handovers")
    .select("sections")
    .where("person_id", "=", person)
    .where("file_id", "=", id)
    .executeTakeFirst();
  return row?.sections ?? [];
}

async function record(tx: Tx, person: string, file: Handover, sections: string[], now: Date) {
  await tx
    .insertInto("identity.handovers")
    .values({
      person_id: person,
      file_id: file.id,
      installation: file.installation,
      sections,
      taken_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["person_id", "file_id"]).doUpdateSet({ sections, taken_at: now }),
    )
    .execute();
}
