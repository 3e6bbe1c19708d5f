import type { Language } from "@terskel/platform/i18n";
import { tableWords } from "../table-words.ts";
import { texts } from "../texts/index.ts";
import type { LogRow } from "./passages.ts";

const { words } = tableWords.passages;
type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Excel takes a file for UTF-8 by its byte order mark. */
const BOM = "\uFEFF";

/** The first line: what stands in each column, in the reader's language. */
export function csvHead(language: Language): string {
  const { at, offset, site, person, lost } = texts[language].file;
  const { door_id, credential, access_point, outcome, reason, received_at } = words;
  const named = [door_id, credential, access_point, outcome, reason, received_at].map(
    (word) => word[language],
  );
  const [door = "", ...rest] = named;
  return BOM + line([at, offset, site, door, person, ...rest, lost]);
}

/** A passage as a line: times by the clock at the door, with how far it was from UTC. */
export function csvLine(row: LogRow, language: Language): string {
  const at = clock(row.at, row.time_zone);
  const said = (of: Texts, code: string) => of[code]?.[language] ?? code;
  const { lost_since: since, lost_opened: opened, lost_refused: refused } = row;
  return line([
    at.time,
    at.offset,
    row.site_name,
    row.door_name,
    row.member_name ?? "",
    since ? "" : said(words.credential.values, row.credential),
    said(words.access_point.values, row.access_point ?? ""),
    said(words.outcome.values, row.outcome),
    since ? "" : said(words.reason.values, row.reason),
    clock(row.received_at, row.time_zone).time,
    since
      ? texts[language].file.notKept({
          since: clock(since, row.time_zone).time,
          opened: opened ?? 0,
          refused: refused ?? 0,
        })
      : "",
  ]);
}

function clock(instant: Date, timeZone: string) {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const time = there.toPlainDateTime().toString({ fractionalSecondDigits: 0 }).replace("T", " ");
  return { time, offset: `UTC${there.offset}` };
}

/** A spreadsheet takes what begins so for a formula, whoever wrote it (CWE-1236). */
const formula = /^\s*[=+\-@\t\r]/;

function line(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const harmless = formula.test(cell) ? `'${cell}` : cell;
    return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  });
  return `${written.join(";")}\r\n`;
}
