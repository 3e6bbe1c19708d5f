import type { FileAnswer } from "@terskel/platform/http";
import type { Language } from "@terskel/platform/i18n";
import { exportPortable } from "../export/export-portable.ts";
import { exportPerson } from "../export/export.ts";
import { makeHandover } from "../handover/make.ts";
import { problem as handoverProblem } from "../handover/problems.ts";
import { zoneOf } from "./calendar.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Role } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { contactOf, rights, scopeOf } from "./whose.ts";

/** So many at a time in one server: each holds a connection to the database while it is read. */
const mostAtATime = 4;

/** Hands out copies: made while they are read, one at a time of a request, each in its trail. */
export function createHandOut(ports: PrivacyPorts) {
  const underWay = new Set<string>();

  async function* traced(row: RequestRow, copy: AsyncIterable<Uint8Array>, by: Role = "person") {
    if (underWay.has(row.id) || underWay.size >= mostAtATime) throw problem("copy-under-way");
    underWay.add(row.id);
    let step: "downloaded" | "download-broken-off" | undefined;
    try {
      for await (const piece of copy) {
        step = "download-broken-off";
        yield piece;
      }
      step = "downloaded";
    } finally {
      underWay.delete(row.id);
      if (step) await trace(row, step, by);
    }
  }

  const trace = async (row: RequestRow, step: "downloaded" | "download-broken-off", by: Role) =>
    await ports.withContext({ activity: rights }, async (tx: Tx) => {
      await addStep(tx, row, step, by, ports.now());
    });

  async function prepare(row: RequestRow, language: Language) {
    const now = ports.now();
    if (!row.file_until || row.file_until <= now) throw problem("no-file");
    const scope = await scopeOf(ports, row, false);
    const { name } = await contactOf(ports, row);
    const { publicUrl } = ports;
    return { scope, options: { language, timeZone: zoneOf(row.country), publicUrl, now, name } };
  }

  /**
   * @param by who gets it: the person, or the desk that hands it over
   * @throws Problem `no-file`; with the first piece `copy-under-way`
   */
  async function copy(row: RequestRow, language: Language, by?: Role): Promise<FileAnswer> {
    const { scope, options } = await prepare(row, language);
    if (row.kind === "portability") {
      return {
        name: `terskel-${row.number}.json`,
        media: "application/json",
        content: traced(row, exportPortable(ports, scope, options), by),
      };
    }
    const everything = { ...scope, withoutEmployers: scope.organisation === undefined };
    return {
      name: `terskel-${row.number}.zip`,
      media: "application/zip",
      content: traced(row, exportPerson(ports, everything, options), by),
    };
  }

  /**
   * The account, signed for another installation.
   * @throws Problem `no-file`, `handover-account-only`; with the first piece what `makeHandover` throws
   */
  async function handover(row: RequestRow, language: Language): Promise<FileAnswer> {
    if (row.kind !== "portability") throw problem("no-file");
    if (row.member_id || !row.person_id) throw handoverProblem("handover-account-only");
    const { scope, options } = await prepare(row, language);
    return {
      name: `terskel-handover-${row.number}.json`,
      media: "application/json",
      content: traced(row, makeHandover(ports, row.person_id, scope, options)),
    };
  }
  return { copy, handover };
}

export type HandOut = ReturnType<typeof createHandOut>;
