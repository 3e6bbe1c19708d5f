import type { Texts } from "../en.ts";

export const agreement: Texts["agreement"] = {
  title: "Avtal",
  of: (name) => `Avtalet för ${name}`,
  see: "Se avtalet",
  seeOf: (name) => `Se avtalet för ${name}`,
  runs: "Löper, inget slutdatum är satt",
  lastDay: "Sista dagen",
  lastDayHint: "Från dagen efter använder ingen tjänsten för organisationen längre.",
  months: "Uppgifterna raderas",
  monthsAfter: (months) =>
    months === 0
      ? "När avtalet upphör"
      : months === 1
        ? "1 månad efter att avtalet upphör"
        : `${months} månader efter att avtalet upphör`,
  dataGoes: "Uppgifterna raderas",
  end: "Avsluta avtalet",
  change: "Ändra slutdatumet",
  endTitle: "Avsluta avtalet?",
  endText: (lastDay, goes) =>
    `Avtalet upphör ${lastDay}. Uppgifterna raderas ${goes}, så som tabellen på sidan visar. Organisationens administratörer och dataskyddsansvariga får ett e-postmeddelande. Du kan ta tillbaka det tills avtalet har upphört.`,
  ending: "Slutdatumet är satt, och organisationen får besked.",
  takeBack: "Ta tillbaka uppsägningen",
  takenBack: "Avtalet fortsätter, och organisationen får besked.",
  plan: "Vad som raderas och vad som blir kvar",
  planLead: "Som det är nu. Det som tillkommer eller försvinner dessförinnan ändrar siffrorna.",
  what: "Vad",
  rows: "Antal",
  when: "När",
  why: "Varför",
  deletedOn: (day) => `Raderas ${day}`,
  deletedAtEnd: "Raderas på det avtalade datumet",
  keptUntil: (day) => `Bevaras låst till ${day}`,
  whenLifted: "När en begränsning hävs",
  setUp: "Dörrar, platser och annan uppsättning utan personuppgifter",
  open: (count) =>
    count === 1
      ? "1 begäran om dataskydd är inte besvarad. Den måste besvaras innan uppgifterna raderas."
      : `${count} begäranden om dataskydd är inte besvarade. De måste besvaras innan uppgifterna raderas.`,
  notice: (lastDay, goes) =>
    `Avtalet för organisationen upphör ${lastDay}. Det som är lagrat här raderas ${goes}.`,
  hasEnded: (lastDay, goes) =>
    `Avtalet för organisationen upphörde ${lastDay}. Det som är lagrat här raderas ${goes}. Till dess är bara dataskyddssidorna öppna.`,
  ended: "Avslutade avtal",
  endedLead: "Vad som raderades när ett avtal upphörde. Rapporterna sparas i tre år.",
  noEnded: "Inget avtal har avslutats",
  noEndedText: "När ett avtal upphör finns raderingsrapporten här.",
  endedOn: "Upphörde",
  goneOn: "Raderat",
  notGone: "Inte ännu",
  report: "Raderingsrapport",
  reportOf: (name) => `Raderingsrapport för ${name}`,
  reportLead: "Vad som har raderats, när och enligt vilken regel. Utan personuppgifter.",
  deleted: "Raderat",
  nothingDeleted: "Inget har raderats ännu.",
  left: "Finns fortfarande",
  nothingLeft: "Inget är kvar.",
  nothingStored: "Inget är lagrat.",
  back: "Organisationer",
};
