import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { ZipFile } from "yazl";
import type { RightsPorts, Scope } from "../scope.ts";
import { accessSchema } from "./access-file.ts";
import type { Gathered } from "./data-file.ts";
import { tablesJson } from "./data-file.ts";
import { activityFacts, authoritiesOf, concerning } from "./facts.ts";
import type { Organisation } from "./facts.ts";
import { schemaAddress } from "./schemas.ts";
import { showPage } from "./page.ts";
import type { Page } from "./page.ts";
import { formatsOf } from "./page-value.ts";
import { pictureBytes } from "./pictures.ts";
import { namedThings, readNames } from "./thing-names.ts";
import { textsOf } from "./texts/index.ts";

type Tx = Transaction<unknown>;

export type ExportOptions = {
  readonly language: Language;
  /** IANA name, for the times on the page. */
  readonly timeZone: string;
  readonly publicUrl: URL;
  readonly now: Date;
  /** How the person is called at the top of the page. */
  readonly name?: string | undefined;
};

/** So much waits for a slow reader before the database does, in bytes. */
const ahead = 4 * 1024 * 1024;

/**
 * Everything that is stored about a person, as a zip that is made while it is read (GDPR Art. 15): a page,
 * `data.json`, pictures. It covers exactly the rows that an erasure with the same scope would go to. Its
 * transaction ends when it has been read, or when its reader goes.
 */
export async function* exportPerson(
  ports: RightsPorts,
  scope: Scope,
  options: ExportOptions,
): AsyncGenerator<Uint8Array> {
  const out = new PassThrough({ highWaterMark: ahead });
  const address = [...new Set([...scope.subjects.address, ...scope.values])];
  const written = ports.withContext(
    {
      activity: "kernel.answer-rights",
      asked: scope.organisation,
      subjects: { ...scope.subjects, address },
    },
    async (tx: Tx) => {
      const zip = new ZipFile();
      await Promise.all([pipeline(zip.outputStream, out), fill(zip, tx, ports, scope, options)]);
    },
  );
  written.catch((error: unknown) => out.destroy(error as Error));
  try {
    yield* out;
  } finally {
    out.destroy();
    await written.catch(() => undefined);
  }
}

/** Puts the files into the archive, one after the other, each made when its turn comes. */
async function fill(
  zip: ZipFile,
  tx: Tx,
  ports: RightsPorts,
  scope: Scope,
  options: ExportOptions,
) {
  const add = async (file: string, content: AsyncIterable<string | Buffer> | Iterable<string>) => {
    const stream = Readable.from(content, { objectMode: false });
    zip.addReadStream(stream, file, { mtime: options.now });
    await finished(stream);
  };
  const organisations = await organisationsOf(tx, scope);
  const gathered: Gathered = { sections: [], pictures: [], things: new Map() };
  const catalogue = await ports.catalogue();
  const tables = ports.processings.flatMap((p) => p.tables);
  const marks = { key: randomBytes(32), own: await ownKeys(tx, scope) };
  let page: Page | undefined;
  async function* data() {
    yield `${JSON.stringify(headOf(options, organisations)).slice(0, -1)},"tables":[`;
    yield* tablesJson(
      tx,
      { ...ports, processings: concerning(ports.processings, organisations) },
      scope,
      options.language,
      marks,
      gathered,
    );
    const names = await readNames(tx, gathered.things);
    const used = new Set(gathered.sections.flatMap(({ facts }) => facts.activities));
    const activities = activityFacts(ports.processings, used, organisations, options.language);
    yield `],\n"activities":${JSON.stringify(activities)},\n"names":${JSON.stringify(names)}}\n`;
    const named = namedThings(tables, catalogue);
    page = {
      ...options,
      made: options.now,
      formats: formatsOf(options.language, options.timeZone, textsOf[options.language]),
      organisations,
      authorities: authoritiesOf(organisations),
      activities,
      gathered,
      nameOf: (column, id) => names[named.get(column) ?? ""]?.[id],
    };
  }
  await add("data.json", data());
  for (const picture of gathered.pictures)
    await add(picture.file, pictureBytes(tx, picture, catalogue));
  if (page) await add("index.html", showPage(page));
  zip.end();
}

function headOf(
  { language, now, publicUrl }: ExportOptions,
  organisations: readonly Organisation[],
) {
  return {
    $schema: schemaAddress(accessSchema, publicUrl),
    format: "terskel-access",
    version: 1,
    made: now.toISOString(),
    installation: publicUrl.href,
    language,
    organisations: organisations.map(({ name, number, country }) => ({ name, number, country })),
    authorities: authoritiesOf(organisations),
    automatedDecisions: false,
  } as const;
}

/** The person's keys, and the account that their memberships belong to. */
async function ownKeys(tx: Tx, { subjects, values }: Scope): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from kernel.memberships
     where id = any (${subjects.member}::uuid[]) and person_id is not null`.execute(tx);
  const { member, account, address } = subjects;
  const accounts = rows.map(({ person_id }) => person_id);
  return new Set([...member, ...account, ...address, ...values, ...accounts]);
}

/** The organisation that is asked, else those that the person is a member of. */
async function organisationsOf(
  tx: Tx,
  { organisation, subjects, withoutEmployers = false }: Scope,
): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select o.name, o.number, o.country, o.kind from kernel.organisations o
     where ${
       organisation === undefined
         ? sql`o.id in (select m.organisation_id from kernel.memberships m where m.id = any (${subjects.member}::uuid[]))`
         : sql`o.id = ${organisation}`
     } and (o.kind <> 'employer' or not ${withoutEmployers}) order by o.name`.execute(tx);
  return rows;
}
