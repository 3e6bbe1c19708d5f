import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import type { Transaction } from "kysely";
import * as api from "../api/record.ts";
import type { OrganisationKind } from "../declare.ts";
import type { RightsPorts } from "../scope.ts";
import type { KernelTables } from "../tables.ts";
import type { Context } from "../tenancy.ts";
import { buildRecord } from "./build.ts";
import type { ProcessingRecord } from "./build.ts";
import { linkedRecord } from "./linked.ts";

type Tx = Transaction<KernelTables>;
type Ports = Pick<RightsPorts, "withContext" | "processings">;

/** More than any operator has; the record is one document. */
const mostControllers = 10_000;

/** An organisation's record of processing: as data, as linked data, as a file to print. */
export function recordRoutes(ports: Ports): Route[] {
  return [
    handle(api.record, async ({ context }) => await recordOf(ports, context)),
    handle(api.recordLinked, async ({ context }) => {
      const linked = linkedRecord(await recordOf(ports, context));
      const content = Buffer.from(`${JSON.stringify(linked, null, 1)}\n`);
      return { name: "record.jsonld", media: "application/ld+json", content: whole(content) };
    }),
    handle(api.recordPdf, async ({ context, query, language }) => {
      // Only who asks for it waits for the fonts to be read.
      const { recordPdfFile } = await import("./pdf.ts");
      const content = await recordPdfFile(
        await recordOf(ports, context),
        query.language ?? language,
      );
      return { name: "record.pdf", media: "application/pdf", content: whole(content) };
    }),
  ];
}

async function* whole(content: Uint8Array) {
  yield await Promise.resolve(content);
}

async function recordOf(
  { withContext, processings }: Ports,
  context: Context,
): Promise<ProcessingRecord> {
  const own = await withContext(context, async (tx: Tx) =>
    partyOf(
      await parties(tx)
        .where("o.id", "=", context.organisation ?? "")
        .executeTakeFirstOrThrow(),
    ),
  );
  const { kind, ...party } = own;
  const controllers = kind === "operator" ? await controllersOf(withContext) : [];
  return buildRecord(processings, kind, party, controllers);
}

/** On whose behalf the operator acts: everyone who uses the installation. */
async function controllersOf(withContext: Ports["withContext"]) {
  return await withContext({ activity: "kernel.administer-organisations" }, async (tx: Tx) => {
    const rows = await parties(tx)
      .where("o.kind", "!=", "operator")
      .orderBy("o.number")
      .limit(mostControllers)
      .execute();
    return rows.map(partyOf);
  });
}

/** Organisations, each with how its notice says that it is reached. */
const parties = (tx: Tx) =>
  tx
    .selectFrom("kernel.organisations as o")
    .leftJoin("kernel.notice_details as d", "d.organisation_id", "o.id")
    .select(["o.name", "o.number", "o.country", "o.kind"])
    .select(["d.address", "d.email", "d.phone"])
    .select(["d.privacy_contact", "d.privacy_email", "d.privacy_phone"]);

type Row = Awaited<ReturnType<ReturnType<typeof parties>["executeTakeFirstOrThrow"]>>;

function partyOf({ name, number, country, kind, ...details }: Row) {
  const { address, email, phone, privacy_contact, privacy_email, privacy_phone } = details;
  const contact = [address, email, phone, privacy_contact, privacy_email, privacy_phone].filter(
    (each) => each !== null,
  );
  return { name, number, country, kind: kind as OrganisationKind, contact };
}
