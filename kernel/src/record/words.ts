import type { Text } from "@terskel/platform/i18n";
import type {
  Activity,
  Keep,
  LegalBasis,
  OrganisationKind,
  SubjectCategory,
  TableDeclaration,
} from "../declare.ts";
import { keepText } from "../keep-text.ts";
import { text } from "../words.ts";

const subjects: Record<SubjectCategory, ReturnType<typeof text>> = {
  "account holder": text("Kontoeiere", "Kontoinnehavare", "Account holders"),
  member: text("Ansatte", "Anställda", "Employees"),
  "invited person": text("Inviterte", "Inbjudna", "Invited people"),
  visitor: text("Besøkende", "Besökare", "Visitors"),
  "contact person": text(
    "Kontaktpersoner hos kunder og andre bedrifter",
    "Kontaktpersoner hos kunder och andra företag",
    "Contact persons at customers and other companies",
  ),
  "operator staff": text("Operatørens ansatte", "Operatörens personal", "The operator's staff"),
};

/** Who belongs to an organisation, as one calls them there. */
const members: Partial<Record<OrganisationKind, ReturnType<typeof text>>> = {
  housing: text(
    "Beboere, leietakere og andre som hører til borettslaget eller sameiet",
    "Boende, hyresgäster och andra som hör till föreningen",
    "Residents, tenants and others of the housing cooperative",
  ),
  office: text(
    "De som arbeider i bygget eller leier der",
    "De som arbetar i byggnaden eller hyr där",
    "Those who work in the building or rent there",
  ),
  shop: text(
    "Butikkens ansatte og leverandører",
    "Butikens anställda och leverantörer",
    "The shop's employees and suppliers",
  ),
};

/** Whose data it is, as they are called at an organisation of this kind. */
export const subjectWords = (category: SubjectCategory, kind: OrganisationKind) =>
  (category === "member" ? members[kind] : undefined) ?? subjects[category];

export const sourceWords: Record<Activity["sources"][number], ReturnType<typeof text>> = {
  "the person": text("Personen selv", "Personen själv", "The person"),
  "the organisation": text("Organisasjonen", "Organisationen", "The organisation"),
  "the eID": text("eID-en", "E-legitimationen", "The eID"),
  "the door": text("Døren", "Dörren", "The door"),
  "the browser": text("Nettleseren", "Webbläsaren", "The browser"),
  "another installation": text(
    "En annen installasjon, etter personens valg",
    "En annan installation, efter personens val",
    "Another installation, by the person's choice",
  ),
  "the customer": text(
    "Kunden som personen arbeider hos",
    "Kunden som personen arbetar hos",
    "The customer that the person works for",
  ),
  "public registers": text("Offentlige registre", "Offentliga register", "Public registers"),
  "bought lists": text("Kjøpte lister", "Köpta listor", "Bought lists"),
};

export const recipientWords: Record<Activity["recipients"][number], ReturnType<typeof text>> = {
  "the person": text("Personen selv", "Personen själv", "The person"),
  "the organisation's administrators": text(
    "Organisasjonens administratorer",
    "Organisationens administratörer",
    "The organisation's administrators",
  ),
  "the door's administrators": text(
    "De som administrerer døren",
    "De som administrerar dörren",
    "Those who administer the door",
  ),
  "a third party that controls doors": text(
    "Tredjeparter som organisasjonen lar styre en dør",
    "Tredje parter som organisationen låter styra en dörr",
    "Third parties that the organisation lets control a door",
  ),
  "whoever needs a file from a log": text(
    "Den som får en fil fra dørens logg",
    "Den som får en fil ur dörrens logg",
    "Whoever is given a file from the door's log",
  ),
  "the operator": text("Operatøren", "Operatören", "The operator"),
  "e-mail provider": text("E-postleverandøren", "E-postleverantören", "The e-mail provider"),
  "SMS provider": text("SMS-leverandøren", "SMS-leverantören", "The SMS provider"),
  advisers: text(
    "Rådgivere, revisorer, advokater og IT-konsulenter, i en avgrenset tid",
    "Rådgivare, revisorer, advokater och it-konsulter, under en begränsad tid",
    "Advisers, auditors, lawyers and IT consultants, for a limited time",
  ),
};

export const basisWords: Record<LegalBasis, ReturnType<typeof text>> = {
  consent: text(
    "Samtykke (art. 6 nr. 1 bokstav a)",
    "Samtycke (art. 6.1 a)",
    "Consent (Art. 6(1)(a))",
  ),
  contract: text(
    "Avtale (art. 6 nr. 1 bokstav b)",
    "Avtal (art. 6.1 b)",
    "Contract (Art. 6(1)(b))",
  ),
  "legal-obligation": text(
    "Rettslig plikt (art. 6 nr. 1 bokstav c)",
    "Rättslig förpliktelse (art. 6.1 c)",
    "Legal obligation (Art. 6(1)(c))",
  ),
  "legitimate-interest": text(
    "Berettiget interesse (art. 6 nr. 1 bokstav f)",
    "Berättigat intresse (art. 6.1 f)",
    "Legitimate interest (Art. 6(1)(f))",
  ),
};

/** The time limit of a row (Art. 30(1)(f)), said of the person and not to them. */
export function timeLimit(keep: Keep, tables: ReadonlyMap<string, TableDeclaration>): Text {
  // What goes with another row goes when that does (Art. 30(1)(f) wants a time).
  const parent = keep.kind === "with" ? tables.get(keep.table) : undefined;
  if (parent) return timeLimit(parent.keep, tables);
  if (keep.kind !== "while") return keepText(keep);
  return keep.lives === "account"
    ? text(
        "Lagres så lenge personen har kontoen.",
        "Lagras så länge personen har kontot.",
        "Kept as long as the person has the account.",
      )
    : text(
        "Lagres så lenge personen hører til organisasjonen og avtalen med den løper.",
        "Lagras så länge personen hör till organisationen och avtalet med den löper.",
        "Kept as long as the person belongs to the organisation and its agreement runs.",
      );
}
