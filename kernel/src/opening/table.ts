import { declareTable } from "../declare.ts";
import { labels } from "../labels.ts";
import type { Openings } from "../tables.ts";
import { text } from "../words.ts";

const uses = ["kernel.open-person", "kernel.answer-rights"] as const;

/** Who of the organisation's own people opened whose data. */
export const openingsTable = declareTable<Openings>()({
  table: "kernel.openings",
  title: text(
    "Hvem i organisasjonen som har åpnet opplysningene om deg",
    "Vem i organisationen som har öppnat uppgifterna om dig",
    "Who in the organisation opened your data",
  ),
  deskTitle: text(
    "Hvem som har åpnet opplysninger",
    "Vem som har öppnat uppgifter",
    "Who opened data",
  ),
  words: {
    opened_by: text("Åpnet av", "Öppnat av", "Opened by"),
    opener: text("Hvem", "Vem", "Who"),
    activity: text("Hva det var til", "Vad det var till", "What it was for"),
    labels: {
      ...text("Opplysninger", "Uppgifter", "Data"),
      values: Object.fromEntries(
        Object.entries(labels).map(([label, { text: words }]) => [label, words]),
      ),
    },
  },
  subjects: [
    { who: "member", column: "member_id", references: "kernel.memberships.id" },
    {
      who: "member",
      column: "opened_by",
      references: "kernel.memberships.id",
      erase: { kind: "anonymise", columns: ["opened_by", "opener"] },
      sees: ["organisation_id", "at", "opened_by", "opener", "activity"],
    },
  ],
  columns: {
    id: ["technical"],
    at: ["time", ...uses],
    organisation_id: ["membership", ...uses],
    member_id: ["pseudonym", ...uses],
    opened_by: ["pseudonym", ...uses],
    opener: ["name", ...uses],
    activity: ["disclosure", ...uses],
    labels: ["disclosure", ...uses],
  },
  // As long as what left the organisation is told of (disclosures/table.ts).
  keep: {
    kind: "period",
    after: "at",
    days: 3 * 365,
    event: text("opplysningene ble åpnet", "uppgifterna öppnades", "the data was opened"),
  },
  erase: { kind: "delete" },
});
