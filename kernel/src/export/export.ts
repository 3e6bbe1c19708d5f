import { randomBytes } from "node:crypto";
import { PassThrough, addAbortSignal } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Language } from "@terskel/platform/i18n";
import type { Transaction } from "kysely";
import { ZipFile } from "yazl";
import type { RightsPorts, Scope } from "../scope.ts";
import { accessSchema } from "./access-file.ts";
import type { Gathered } from "./data-file.ts";
import { tablesJson } from "./data-file.ts";
import { activityFacts, authoritiesOf, concerning, purposes } from "./facts.ts";
import type { Organisation } from "./facts.ts";
import { schemaAddress } from "./schemas.ts";
import { inTransaction, organisationsOf, ownKeys } from "./in-transaction.ts";
import { showPage } from "./page.ts";
import type { Page } from "./page.ts";
import { formatsOf } from "./page-value.ts";
import { pictureBytes } from "./pictures.ts";
import { namedThings, readNames } from "./thing-names.ts";
import { textsOf } from "./texts/index.ts";
import { writeAll } from "./write-all.ts";

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
  yield* inTransaction(ports, scope, async (tx, out) => {
    const zip = new ZipFile();
    const gone = new AbortController();
    zip.outputStream.once("close", () => gone.abort());
    const filled = fill(zip, tx, ports, scope, options, gone.signal);
    filled.catch((error: unknown) => out.destroy(error as Error));
    await Promise.allSettled([pipeline(zip.outputStream, out), filled]);
    await filled;
  });
}

/** Puts the files into the archive, one after the other, each made when its turn comes. */
async function fill(
  zip: ZipFile,
  tx: Tx,
  ports: RightsPorts,
  scope: Scope,
  options: ExportOptions,
  gone: AbortSignal,
) {
  const add = async (file: string, content: AsyncIterable<string | Buffer> | Iterable<string>) => {
    gone.throwIfAborted();
    const stream = addAbortSignal(gone, new PassThrough());
    zip.addReadStream(stream, file, { mtime: options.now });
    await writeAll(content, stream);
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
    const purposeOf = purposes(ports.processings, options.language);
    page = {
      ...options,
      made: options.now,
      formats: formatsOf(options.language, options.timeZone, textsOf[options.language]),
      organisations,
      authorities: authoritiesOf(organisations),
      activities,
      gathered,
      nameOf: (column, id) => names[named.get(column) ?? ""]?.[id] ?? purposeOf(id),
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
