import type { Person } from "./people.ts";
import type { Planning } from "./plan.ts";
import { detailsOf } from "./statements.ts";
import type { Details } from "./statements.ts";
import type { Member } from "./state.ts";
import { key } from "./text.ts";

/** Name and contact details: who is added, and whose details change. */
export function planDetails({ header, notice, tally, wrong, writes }: Planning) {
  return (person: Person): void => {
    const { details, contradictions } = detailsOf(person);
    for (const { row, field, value, with: earlier } of contradictions) {
      wrong({
        row,
        column: header(field),
        code: "contradicts-row",
        value,
        about: [String(earlier), String(row)],
      });
    }
    const rows = person.rows.map(({ row }) => row);
    const { member } = person;
    if (!member) {
      writes.addPeople.push({ ref: person.ref, ...details });
      tally.count("people", person.ref, "added", rows);
      return;
    }
    const changes = changesOf(details, member);
    const changed = Object.keys(changes).length > 0;
    if (changed && member.claimed) {
      // Who has signed in has verified these, or an eID has: theirs to change, on My profile.
      notice({ row: rows[0] ?? 0, column: "", code: "keeps-own-details", value: details.name });
    } else if (changed) writes.changePeople.push({ id: member.id, ...changes });
    tally.count("people", person.ref, changed && !member.claimed ? "changed" : "unchanged", rows);
  };
}

function changesOf({ name, email, phone }: Details, member: Member): Partial<Details> {
  return {
    ...(key(name) === key(member.name) ? {} : { name }),
    ...(email === undefined || email === member.email ? {} : { email }),
    ...(phone === undefined || phone === member.phone ? {} : { phone }),
  };
}
