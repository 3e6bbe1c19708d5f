import type { Texts } from "./en.ts";

export const nb: Texts = {
  hello: (name) => (name === "" ? "Hei," : `Hei ${name},`),
  ends: {
    subject: (of, ends) => `Avtalen for ${of} går ut ${ends}`,
    text: (
      of,
      ends,
      goes,
    ) => `${ends} er siste dag for avtalen for ${of}. Fra dagen etter bruker ingen tjenesten for organisasjonen lenger, og dørene åpnes ikke for noen gjennom den.

Det som er lagret for organisasjonen, slettes ${goes}. Kontoer som bare hører til ${of}, slettes samtidig. Det en lov krever at skal oppbevares, låses og slettes når tiden er ute.

Fram til ${goes} er personvernsidene åpne: Svar på henvendelser som ikke er besvart, og sett en sperre på det et krav eller en sak trenger.`,
    see: "Hva som slettes, og når:",
  },
  goesOn: {
    subject: (of) => `Avtalen for ${of} fortsetter`,
    text: (of) =>
      `Oppsigelsen av avtalen for ${of} ble tatt tilbake før avtalen gikk ut. Ingenting er slettet, og alt virker som før.`,
  },
  goes: {
    subject: (of) => `Det som er lagret for ${of}, slettes nå`,
    text: (of, ended) =>
      `Avtalen for ${of} gikk ut ${ended}, og den avtalte tiden er over. Dette slettes innen et døgn:`,
    line: (what, rows) => `- ${what}: ${rows}`,
    setUp: "Dører, steder og annet oppsett uten personopplysninger",
    kept: "Dette blir liggende låst, og slettes når tiden er ute:",
    keptLine: (what, rows, why, until) => `- ${what}: ${rows} (${why}, til ${until})`,
    restrictedLine: (what, rows) => `- ${what}: ${rows} (lagres til en begrensning oppheves)`,
    hold: "sperre mot sletting",
    report:
      "Operatøren har en rapport over hva som er slettet, når og etter hvilken regel. Den inneholder ingen personopplysninger og lagres i tre år.",
  },
};
