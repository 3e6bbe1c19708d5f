import { defineProblems } from "@terskel/platform/problems";

/** What a hand-over to or from another installation can be refused with. */
export const { problem } = defineProblems({
  "handover-account-only": {
    status: 409,
    title: {
      nb: "Bare kontoen din kan tas med til en annen installasjon. Det en organisasjon har lagret, får du som JSON-fil.",
      sv: "Bara ditt konto kan tas med till en annan installation. Det en organisation har lagrat får du som JSON-fil.",
      en: "Only your account can be taken to another installation. What an organisation stores comes as a JSON file.",
    },
  },
  "handover-needs-proof": {
    status: 409,
    title: {
      nb: "Bekreft e-postadressen din eller logg inn med eID først, så den andre installasjonen kan se at filen er din.",
      sv: "Bekräfta din e-postadress eller logga in med e-legitimation först, så att den andra installationen kan se att filen är din.",
      en: "Verify your e-mail address or sign in with an eID first, so that the other installation can tell that the file is yours.",
    },
  },
  "handover-outsize": {
    status: 409,
    title: {
      nb: "Kontoen din har for mye lagret til å tas med slik. Last det ned som JSON-fil i stedet.",
      sv: "Ditt konto har för mycket lagrat för att tas med så här. Ladda ned det som JSON-fil i stället.",
      en: "Your account has too much stored to be taken along like this. Download it as a JSON file instead.",
    },
  },
  "handover-too-large": {
    status: 413,
    title: {
      nb: "Filen er for stor til å leses her. En slik fil er på høyst 4 MB og 100 000 felter.",
      sv: "Filen är för stor för att läsas här. En sådan fil är på högst 4 MB och 100 000 fält.",
      en: "The file is too large to be read here. Such a file has 4 MB and 100,000 fields at most.",
    },
  },
  "handover-unreadable": {
    status: 422,
    title: {
      nb: "Filen kan ikke leses. Kanskje er bare en del av den lastet ned: last den ned på nytt.",
      sv: "Filen går inte att läsa. Kanske laddades bara en del av den ned: ladda ned den på nytt.",
      en: "The file cannot be read. Perhaps only a part of it was downloaded: download it again.",
    },
  },
  "handover-not-one": {
    status: 422,
    title: {
      nb: "Dette er ikke en fil som er laget for å tas med til en annen Terskel.",
      sv: "Det här är inte en fil som är gjord för att tas med till en annan Terskel.",
      en: "This is not a file that was made to be taken to another Terskel.",
    },
  },
  "handover-unsigned": {
    status: 422,
    title: {
      nb: "Dette er en kopi uten signatur. Lag filen på nytt med «Ta med opplysningene dine til en annen Terskel».",
      sv: "Det här är en kopia utan signatur. Gör filen på nytt med ”Ta med dina uppgifter till en annan Terskel”.",
      en: "This is a copy without a signature. Make the file anew with “Take your data to another Terskel”.",
    },
  },
  "handover-newer": {
    status: 422,
    title: {
      nb: "Filen er laget av en nyere utgave enn den som brukes her, og kan ikke leses ennå.",
      sv: "Filen är gjord av en nyare version än den som används här och går inte att läsa ännu.",
      en: "The file was made by a newer version than the one in use here, and cannot be read yet.",
    },
  },
  "handover-not-trusted": {
    status: 422,
    title: {
      nb: "Filen kommer fra en installasjon som denne ikke tar imot fra.",
      sv: "Filen kommer från en installation som den här inte tar emot från.",
      en: "The file comes from an installation that this one does not take files from.",
    },
  },
  "handover-unknown-key": {
    status: 422,
    title: {
      nb: "Filen er signert med en nøkkel som ikke er kjent her. Be driftsoperatøren oppdatere nøkkelen til den andre installasjonen.",
      sv: "Filen är signerad med en nyckel som inte är känd här. Be driftoperatören uppdatera den andra installationens nyckel.",
      en: "The file is signed with a key that is not known here. Ask the operator to renew the other installation's key.",
    },
  },
  "handover-wrong-signature": {
    status: 422,
    title: {
      nb: "Signaturen stemmer ikke: filen er endret etter at den ble laget. Last den ned på nytt.",
      sv: "Signaturen stämmer inte: filen har ändrats efter att den gjordes. Ladda ned den på nytt.",
      en: "The signature does not fit: the file was changed after it was made. Download it again.",
    },
  },
  "handover-expired": {
    status: 422,
    title: {
      nb: "Filen gjelder ikke lenger. Lag en ny der dataene kommer fra.",
      sv: "Filen gäller inte längre. Gör en ny där uppgifterna kommer från.",
      en: "The file is no longer valid. Make a new one where the data comes from.",
    },
  },
  "handover-not-yet": {
    status: 422,
    title: {
      nb: "Filen er datert fram i tid. Klokken hos en av installasjonene går feil.",
      sv: "Filen är daterad framåt i tiden. Klockan hos en av installationerna går fel.",
      en: "The file is dated in the future. The clock of one of the installations is wrong.",
    },
  },
});
