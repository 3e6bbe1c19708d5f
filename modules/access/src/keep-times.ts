import { text } from "@terskel/kernel";
import type { SetTime } from "@terskel/kernel";
import { longestInvitationDays } from "./api/invitations.ts";
import { longestLogDays, longestWithoutReason } from "./api/log.ts";

/** How the times are set that stand in the rows themselves, as a person reads it. */
export const keepTimes = {
  grants: {
    when: text(
      "når tilgangen slutter, eller når du ikke hører til organisasjonen lenger",
      "när behörigheten upphör, eller när du inte hör till organisationen längre",
      "when the access ends, or when you no longer belong to the organisation",
    ),
  },
  codes: {
    when: text(
      "en dag etter at koden slutter eller er trukket tilbake",
      "en dag efter att koden slutar eller har återkallats",
      "a day after the code ends or was withdrawn",
    ),
  },
  contactLookups: {
    when: text("etter en time", "efter en timme", "after an hour"),
    atMostDays: 1,
  },
  openingRequests: {
    when: text("etter ti minutter", "efter tio minuter", "after ten minutes"),
    atMostDays: 1,
    after: "at",
  },
  areaResets: {
    when: text(
      "når ingen kan ha vært inne siden, senest etter 72 timer",
      "när ingen kan ha varit inne sedan dess, senast efter 72 timmar",
      "when nobody can have been inside since, after 72 hours at the latest",
    ),
    atMostDays: 3,
  },
  invitations: {
    when: text(
      `når invitasjonen er brukt, og ellers når fristen er ute, senest etter ${longestInvitationDays} dager`,
      `när inbjudan har använts, och annars när tiden är ute, senast efter ${longestInvitationDays} dagar`,
      `when the invitation is used, and else when its time is up, after ${longestInvitationDays} days at the latest`,
    ),
    atMostDays: longestInvitationDays,
    after: "created_at",
  },
  passages: {
    when: text(
      `etter så mange dager som dørens administrator har satt, høyst ${longestWithoutReason}, eller inntil ${longestLogDays} når det står hvorfor (se Min profil)`,
      `efter så många dagar som dörrens administratör har ställt in, högst ${longestWithoutReason}, eller upp till ${longestLogDays} när det står varför (se Min profil)`,
      `after as many days as the door's administrator has set, at most ${longestWithoutReason}, or up to ${longestLogDays} where it says why (see My profile)`,
    ),
    atMostDays: longestLogDays,
    after: "at",
  },
} as const satisfies Record<string, SetTime>;
