import { forbiddenNumber } from "@terskel/platform/numbers";
import { z } from "zod";
import { name as nameWord } from "../api/words.ts";
import type { Columns } from "./columns.ts";
import type { Span } from "./dates.ts";
import type { Finding, FindingCode } from "./findings.ts";
import { readPhone } from "./phone.ts";
import type { Country } from "./phone.ts";
import { readRole } from "./roles.ts";
import type { Role } from "./roles.ts";
import type { Row } from "./rows.ts";
import type { Field } from "./synonyms.ts";
import { clean } from "./text.ts";

/** What one row says. Absent: the row says nothing of it, and nothing is changed. */
export type Facts = {
  readonly row: number;
  readonly name: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly unit?: string;
  /** The cell; which groups and doors it names is known beside those that there are. */
  readonly groups?: string;
  readonly doors?: string;
  readonly role?: Role;
  readonly from?: Date;
  readonly until?: Date;
};

/** The part of a row that is looked up among what there is, whether or not the row can be used. */
export type Named = Pick<Facts, "row" | "unit" | "groups" | "doors">;

/** What a row is read by: the organisation's country, and days in the site's time zone. */
export type Reading = { readonly country: Country; readonly readDay: (text: string) => Span };

/** Names in one cell. */
const maxNames = 20;
const emailWord = z.email().max(254).toLowerCase();

/** Reads one row: the facts, or all that is wrong with its cells and which names it gives. */
export function readFacts(
  { row, cells: raw }: Row,
  columns: Columns,
  setting: Reading,
): { facts?: Facts; named?: Named; errors: Finding[]; notice?: Finding } {
  const errors: Finding[] = [];
  const cells = raw.map((cell) => clean(cell));
  const headerAt = (index: number | undefined) => columns.headers[index ?? -1] ?? "";
  const cell = (field: Field) => cells[columns.at[field] ?? -1] ?? "";
  const wrongAt = new Set<number | undefined>();
  const wrong = (field: Field, code: FindingCode) => {
    const at = columns.at[field];
    // One thing is said of a cell.
    if (!wrongAt.has(at)) errors.push({ row, column: headerAt(at), code, value: cell(field) });
    wrongAt.add(at);
    return undefined;
  };

  const phone = cell("phone") === "" ? undefined : readPhone(cell("phone"), setting.country);
  for (const [index, text] of cells.entries()) {
    // Ten digits that are a telephone number may look like a Swedish identity number too.
    const headed = index === columns.at.phone || columns.otherPhones.includes(index);
    if (headed && "phone" in readPhone(text, setting.country) && !isElevenDigits(text)) continue;
    const code = forbiddenNumber(text);
    if (!code) continue;
    errors.push({ row, column: headerAt(index), code, value: text });
    wrongAt.add(index);
  }
  const beyond = cells.find((text, index) => index >= columns.fields.length && text !== "");
  if (beyond !== undefined) {
    errors.push({ row, column: "", code: "too-many-cells", value: beyond });
    // Whatever else is said of a row whose cells are shifted is wrong.
    return { errors };
  }

  const name = cell("name") || `${cell("firstName")} ${cell("lastName")}`.trim();
  const nameField = columns.at.name === undefined ? "lastName" : "name";
  if (name === "") wrong(nameField, "name-missing");
  else if (!nameWord.safeParse(name).success) wrong(nameField, "name-too-long");

  const email = cell("email") === "" ? undefined : emailWord.safeParse(bareAddress(cell("email")));
  if (email?.success === false) wrong("email", "email");
  if (phone && "code" in phone) wrong("phone", phone.code);
  if (cell("unit") !== "" && !nameWord.safeParse(cell("unit")).success)
    wrong("unit", "name-too-long");

  // Role and dates are those of the access to a door; without one they are not read.
  const hasDoor = cell("door") !== "";
  const role = hasDoor && cell("role") !== "" ? readRole(cell("role")) : undefined;
  if (hasDoor && cell("role") !== "" && !role) wrong("role", "role");
  const day = (field: "from" | "until") => {
    if (!hasDoor || cell(field) === "") return undefined;
    const read = setting.readDay(cell(field));
    return "code" in read ? wrong(field, read.code) : read;
  };
  const from = day("from")?.start;
  const until = day("until")?.end;
  if (from && until && from >= until) wrong("until", "ends-before-it-starts");
  for (const field of ["group", "door"] as const) {
    if (cell(field).split(/[|;,]/).length > maxNames) wrong(field, "too-many-names");
  }
  const right = (field: Field) => (wrongAt.has(columns.at[field]) ? "" : cell(field));
  const named: Named = {
    row,
    ...(right("unit") === "" ? {} : { unit: right("unit") }),
    ...(right("group") === "" ? {} : { groups: right("group") }),
    ...(right("door") === "" ? {} : { doors: right("door") }),
  };
  if (errors.length > 0) return { errors, named };
  const unread = (["until", "from", "role"] as const).find(
    // Whoever has no door named is a user as everybody is.
    (field) => !hasDoor && cell(field) !== "" && readRole(cell(field)) !== "user",
  );
  return {
    errors,
    // In a file without a column of doors this is said once, of the column (report.ts).
    ...(unread && columns.at.door !== undefined
      ? {
          notice: {
            row,
            column: headerAt(columns.at[unread]),
            code: "only-for-doors",
            value: cell(unread),
          },
        }
      : {}),
    facts: {
      ...named,
      name,
      ...(email?.data === undefined ? {} : { email: email.data }),
      ...(phone && "phone" in phone ? { phone: phone.phone } : {}),
      ...(role ? { role } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
    },
  };
}

/** Written bare, without a country code, 11 or 12 digits are no telephone number of ours. */
const isElevenDigits = (text: string) => /^(?!\+|00)\D*(\d\D*){11,12}$/.test(text);

const bareAddress = (text: string) => text.replace(/^mailto:/i, "");
