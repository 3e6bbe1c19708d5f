import type { Texts } from "./en.ts";

export const sv: Texts = {
  hello: (name) => (name === "" ? "Hej," : `Hej ${name},`),
  ends: {
    subject: (of, ends) => `Avtalet för ${of} upphör ${ends}`,
    text: (
      of,
      ends,
      goes,
    ) => `${ends} är sista dagen för avtalet för ${of}. Från dagen efter använder ingen tjänsten för organisationen längre, och dörrarna öppnas inte för någon genom den.

Det som är lagrat för organisationen raderas ${goes}. Konton som bara hör till ${of} raderas samtidigt. Det som en lag kräver att man bevarar låses och raderas när tiden är ute.

Fram till ${goes} är dataskyddssidorna öppna: besvara begäranden som inte är besvarade, och sätt en spärr på det som ett krav eller ett ärende behöver.`,
    see: "Vad som raderas, och när:",
  },
  goesOn: {
    subject: (of) => `Avtalet för ${of} fortsätter`,
    text: (of) =>
      `Uppsägningen av avtalet för ${of} togs tillbaka innan avtalet upphörde. Inget har raderats, och allt fungerar som förut.`,
  },
  goes: {
    subject: (of) => `Det som är lagrat för ${of} raderas nu`,
    text: (of, ended) =>
      `Avtalet för ${of} upphörde ${ended}, och den avtalade tiden är över. Detta raderas inom ett dygn:`,
    line: (what, rows) => `- ${what}: ${rows}`,
    setUp: "Dörrar, platser och annan uppsättning utan personuppgifter",
    kept: "Detta ligger kvar låst och raderas när tiden är ute:",
    keptLine: (what, rows, why, until) => `- ${what}: ${rows} (${why}, till ${until})`,
    restrictedLine: (what, rows) => `- ${what}: ${rows} (bevaras tills en begränsning hävs)`,
    hold: "spärr mot radering",
    report:
      "Operatören har en rapport över vad som har raderats, när och enligt vilken regel. Den innehåller inga personuppgifter och sparas i tre år.",
  },
};
