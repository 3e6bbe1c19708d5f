import { keysFrom } from "@terskel/platform/keys";
import { createLog } from "@terskel/platform/log";
import type { Mail } from "@terskel/platform/mail";
import type { TestDatabase } from "@terskel/platform/testing";
import { house, portsOf } from "../erasure/test-house.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import { sealedLetterJob } from "../requests/sealed-letters.ts";
import { keepHere } from "../suppliers/sender.ts";
import { clockJobs } from "./clock.ts";
import type { AgreementPorts } from "./ports.ts";
import { readReport } from "./report.ts";

/** What ends agreements in the test house, and what there is to see of it. */
export function endingIn(database: TestDatabase, folder: string) {
  const sent: Mail[] = [];
  /** Whose lists were made anew. */
  const changed: string[] = [];
  const ports: AgreementPorts = {
    ...portsOf(database, folder),
    keys: keysFrom(Buffer.alloc(32, 3)),
    log: createLog("silent"),
    sendMail: keepHere({
      put: ({ to, subject = "", text }) => void sent.push({ to, subject, text }),
    }).sendMail,
    now: () => new Date(),
    publicUrl: new URL("http://localhost:1/"),
    account: async () => await Promise.resolve(undefined),
    usableChanged: async (_tx, organisation) =>
      void changed.push(await Promise.resolve(organisation)),
  };
  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await database.owner.query<Row>(text, values)).rows;
  const job = async (name: string) =>
    await clockJobs(ports)
      .find((each) => each.name === name)
      ?.run({});
  return {
    ports,
    changed,
    query,
    /** Nothing has ended, nothing was sent. */
    async forget() {
      await query(
        "delete from kernel.ended_agreements; delete from kernel.letters; delete from kernel.withholdings; truncate kernel.request_trail",
      );
      changed.splice(0);
    },
    end: async (ended: string, goes: string, organisation = house) =>
      await query(
        `update kernel.organisations set agreement_ends_at = now() - $2::interval,
           data_goes_at = now() - $3::interval where id = $1`,
        [organisation, ended, goes],
      ),
    tick: async () => await job("kernel.end-agreements"),
    tickHourly: async () => await job("kernel.clear-ended-agreements"),
    left: async (table: string, organisation = house) =>
      (
        await query<{ n: number }>(
          `select count(*)::int as n from ${table} where ${table === "kernel.organisations" ? "id" : "organisation_id"} = $1`,
          [organisation],
        )
      )[0]?.n,
    ledger: async () =>
      (
        await query<{ what: string }>(
          `select format('%s %s %s %s', table_name, rule, cause, sum(rows)) as what
             from kernel.retention_ledger where organisation_id = $1 group by table_name, rule, cause order by 1`,
          [house],
        )
      ).map(({ what }) => what),
    report: async () =>
      await readReport(ports, { activity: "kernel.administer-organisations" }, house),
    /** What was sealed, handed over. */
    async letters() {
      sent.splice(0);
      for (const { id } of await query<{ id: string }>("select id from kernel.letters order by id"))
        await sealedLetterJob(ports as PrivacyPorts).run({ letter: id });
      return [...sent];
    },
  };
}
