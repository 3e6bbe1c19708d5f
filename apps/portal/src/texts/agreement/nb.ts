import type { Texts } from "../en.ts";

export const agreement: Texts["agreement"] = {
  title: "Avtale",
  of: (name) => `Avtalen for ${name}`,
  see: "Se avtalen",
  seeOf: (name) => `Se avtalen for ${name}`,
  runs: "Løper, ingen sluttdato er satt",
  lastDay: "Siste dag",
  lastDayHint: "Fra dagen etter bruker ingen tjenesten for organisasjonen lenger.",
  months: "Opplysningene slettes",
  monthsAfter: (months) =>
    months === 0
      ? "Når avtalen går ut"
      : months === 1
        ? "1 måned etter at avtalen går ut"
        : `${months} måneder etter at avtalen går ut`,
  dataGoes: "Opplysningene slettes",
  end: "Avslutt avtalen",
  change: "Endre sluttdatoen",
  endTitle: "Avslutte avtalen?",
  endText: (lastDay, goes) =>
    `Avtalen går ut ${lastDay}. Opplysningene slettes ${goes}, slik tabellen på siden viser. Organisasjonens administratorer og personvernansvarlige får en e-post. Du kan ta det tilbake fram til avtalen er gått ut.`,
  ending: "Sluttdatoen er satt, og organisasjonen får beskjed.",
  takeBack: "Ta oppsigelsen tilbake",
  takenBack: "Avtalen fortsetter, og organisasjonen får beskjed.",
  plan: "Hva som slettes, og hva som blir",
  planLead: "Slik det er nå. Det som kommer til eller forsvinner før den tid, endrer tallene.",
  what: "Hva",
  rows: "Antall",
  when: "Når",
  why: "Hvorfor",
  deletedOn: (day) => `Slettes ${day}`,
  deletedAtEnd: "Slettes på den avtalte datoen",
  keptUntil: (day) => `Oppbevares låst til ${day}`,
  whenLifted: "Når en begrensning oppheves",
  setUp: "Dører, steder og annet oppsett uten personopplysninger",
  open: (count) =>
    count === 1
      ? "1 henvendelse om personvern er ikke besvart. Den må besvares før opplysningene slettes."
      : `${count} henvendelser om personvern er ikke besvart. De må besvares før opplysningene slettes.`,
  notice: (lastDay, goes) =>
    `Avtalen for organisasjonen går ut ${lastDay}. Det som er lagret her, slettes ${goes}.`,
  hasEnded: (lastDay, goes) =>
    `Avtalen for organisasjonen gikk ut ${lastDay}. Det som er lagret her, slettes ${goes}. Fram til da er bare personvernsidene åpne.`,
  ended: "Avsluttede avtaler",
  endedLead: "Hva som ble slettet da en avtale gikk ut. Rapportene lagres i tre år.",
  noEnded: "Ingen avtale er avsluttet",
  noEndedText: "Når en avtale går ut, står sletterapporten her.",
  endedOn: "Gikk ut",
  goneOn: "Slettet",
  notGone: "Ikke ennå",
  report: "Sletterapport",
  reportOf: (name) => `Sletterapport for ${name}`,
  reportLead: "Hva som er slettet, når og etter hvilken regel. Uten personopplysninger.",
  deleted: "Slettet",
  nothingDeleted: "Ingenting er slettet ennå.",
  left: "Finnes fortsatt",
  nothingLeft: "Ingenting er igjen.",
  nothingStored: "Ingenting er lagret.",
  back: "Organisasjoner",
};
