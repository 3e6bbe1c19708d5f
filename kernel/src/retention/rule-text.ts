import type { Text } from "@terskel/platform/i18n";
import type { Keep } from "../declare.ts";
import { keepText } from "../keep-text.ts";
import { laws } from "../laws.ts";
import type { LawId } from "../laws.ts";
import { text } from "../words.ts";
import type { Cause } from "./ledger.ts";

const erasures: Readonly<Record<string, Text>> = {
  delete: text(
    "Slettet fordi en person ba om det.",
    "Raderat för att en person begärde det.",
    "Deleted because a person asked for it.",
  ),
  anonymise: text(
    "Gjort anonymt fordi en person ba om sletting.",
    "Gjort anonymt för att en person begärde radering.",
    "Made anonymous because a person asked for erasure.",
  ),
  unlink: text(
    "Løst fra personen som ba om sletting.",
    "Löst från personen som begärde radering.",
    "Cut loose from the person who asked for erasure.",
  ),
  lock: text(
    "Låst, for en lov krever at det oppbevares.",
    "Låst, för en lag kräver att det bevaras.",
    "Locked away, as a law requires it to be kept.",
  ),
};

const agreement = text(
  "Lagres bare så lenge avtalen med organisasjonen løper.",
  "Lagras bara så länge avtalet med organisationen löper.",
  "Kept only as long as the organisation's agreement runs.",
);
const ownRules = /^(lock |law:|with:)/;

/**
 * The rule of a ledger row in words; what is of no kind that is known stands as it was written. Where an
 * agreement ended, it is that which took the persons' data away, and not their wish.
 */
export function ruleText(rule: string, cause?: Cause): Text {
  if (cause === "agreement-ended" && !ownRules.test(rule)) return agreement;
  const erasure = erasures[rule.split(" ")[0] ?? ""];
  if (erasure) return erasure;
  const [kind, law = ""] = rule.split(":");
  if (kind === "lock") return unlockedText(law);
  const keep = readRule(rule);
  return keep ? keepText(keep) : text(rule, rule, rule);
}

/** What an erasure, or an agreement's end, left to a law, deleted when the law's time was up. */
function unlockedText(law: string): Text {
  const { NO, SE } = Object.hasOwn(laws, law) ? laws[law as LawId].article : { NO: law, SE: law };
  return text(
    `Slettet fordi tiden da en lov krevde at det ble oppbevart, er ute (${NO}; ${SE}).`,
    `Raderat för att tiden då en lag krävde att det bevarades är slut (${NO}; ${SE}).`,
    `Deleted because the time for which a law required it to be kept is over (${NO}; ${SE}).`,
  );
}

/** What `writeRule` wrote. */
function readRule(rule: string): Keep | undefined {
  const [kind, first = "", second = ""] = rule.split(":");
  switch (kind) {
    case "until":
      return { kind, column: first };
    case "period":
      return { kind, after: first, days: Number(second) };
    case "law":
      return Object.hasOwn(laws, first) ? { kind, law: first as LawId, after: second } : undefined;
    case "used":
      return { kind, until: first };
    case "with":
      return { kind, table: first, column: second };
    case "while":
      return { kind, lives: first === "account" ? "account" : "agreement" };
    default:
      return undefined;
  }
}
