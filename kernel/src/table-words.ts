import { endsAtOnce, text } from "./words.ts";

const role = {
  ...text("Rolle", "Roll", "Role"),
  values: {
    member: text("medlem", "medlem", "member"),
    administrator: text("administrator", "administratör", "administrator"),
  },
};

/** The kernel's own tables, as the person sees them. */
export const tableWords = {
  memberships: {
    title: text("Deg i organisasjonen", "Du i organisationen", "You in the organisation"),
    deskTitle: text(
      "Personen i organisasjonen",
      "Personen i organisationen",
      "The person in the organisation",
    ),
    words: {
      role,
      privacy_officer: text("Personvernansvarlig", "Dataskyddsansvarig", "Privacy officer"),
      source: {
        ...text("Lagt inn ved", "Inlagd genom", "Entered by"),
        values: {
          import: text("import fra liste", "import från lista", "import from a list"),
          invitation: text("invitasjon", "inbjudan", "invitation"),
          administrator: text("administrator", "administratör", "administrator"),
          operator: text("operatøren", "operatören", "the operator"),
        },
      },
    },
  },
  withholdings: {
    title: text(
      "Begrensninger og protester",
      "Begränsningar och invändningar",
      "Restrictions and objections",
    ),
    words: {
      activity: {
        ...text("Behandling (tom: all)", "Behandling (tom: all)", "Processing (empty: all)"),
        values: endsAtOnce,
      },
      since: text("Siden", "Sedan", "Since"),
    },
  },
  holds: {
    title: text("Sperrer mot sletting", "Spärrar mot radering", "Legal holds"),
    words: {
      reason: text("Begrunnelse", "Motivering", "Reason"),
      placed_by: text("Satt av", "Satt av", "Placed by"),
      placed_at: text("Satt", "Satt", "Placed"),
      until: text("Gjelder til", "Gäller till", "In force until"),
    },
  },
} as const;
