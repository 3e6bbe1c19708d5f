import type { Catalogue } from "@terskel/platform/i18n";
import type { signIn as en } from "./en.ts";

export const signIn: Catalogue<typeof en> = {
  title: "Logg inn",
  lead: "Til dørene dine, og til det som er lagret om deg.",
  eid: (name) => `Logg inn med ${name}`,
  leads: (name) => `Fører til ${name}, og der gjelder deres egen personvernerklæring.`,
  eidHint: "Tryggest, og du blir kjent igjen fra første gang.",
  or: "eller",
  ways: "Andre måter å logge inn på",
  noEmailNow:
    "E-post kan ikke sendes nå, så du kan ikke få kode på e-post. Logg inn på en annen måte.",
  noSmsNow: "SMS kan ikke sendes nå, så du kan ikke få kode på SMS. Logg inn på en annen måte.",
  byEmail: "Kode på e-post",
  bySms: "Kode på SMS",
  byPasskey: "Passnøkkel",
  email: "E-post",
  phone: "Telefon",
  organisationNumber: "Arbeidsgivers organisasjonsnummer",
  organisationNumberHint: "9 siffer i Norge, 10 i Sverige",
  sendCode: "Send kode",
  back: "Velg en annen måte",
  codeTitle: "Skriv inn koden",
  codeSent: (to) => `Hvis ${to} er kjent her, er en kode på 6 siffer på vei. Det kan ta et minutt.`,
  code: "Kode på 6 siffer",
  confirm: "Logg inn",
  again: "Send ny kode",
  validFor: (minutes) => `Koden gjelder i ${minutes}.`,
  expired: "Koden er utløpt. Be om en ny.",
  worn: "Koden virker ikke lenger etter flere feil forsøk. Be om en ny.",
  tooMany: "For mange forsøk. For din sikkerhet blir det en pause.",
  tryAgainIn: (time) => `Prøv igjen om ${time}.`,
  passkeyFailed: "Passnøkkelen ble ikke brukt. Prøv igjen, eller velg en annen måte.",
  passkeyUnsupported: "Denne nettleseren kan ikke bruke passnøkler.",
  forOffice: "For firmatelefoner: nummeret arbeidsgiveren har registrert.",
  demo: "Dette er en demo",
  demoText: "Logg inn som en oppdiktet person, og les meldingene som sendes.",
  demoLink: "Velg en testperson",
  returning: "Logg inn for å fortsette der du var.",
  problems: {
    "sign-in-expired":
      "Innloggingen tok for lang tid eller ble startet i et annet vindu. Start på nytt.",
    "eid-cancelled": "Innloggingen med eID ble avbrutt.",
    "eid-refused": "Svaret fra eID-en kunne ikke godtas. Prøv igjen.",
    "eid-incomplete":
      "eID-en oppga ikke navn og en entydig id, og uten dem kan du ikke logge inn med den.",
    "eid-unavailable":
      "eID-en svarer ikke akkurat nå. Prøv igjen om litt, eller logg inn på en annen måte.",
    "national-identity-number":
      "eID-en oppga et fødselsnummer. Slike numre lagres aldri her, så du kan ikke logge inn med den.",
    "eid-of-another-account":
      "Denne eID-en hører til en annen konto. Logg ut og logg inn med den i stedet.",
    "proof-of-another": "Denne eID-en er ikke din. Døren åpnes for deg når du viser din egen.",
    "sign-in-older": "Logg inn på nytt før du kobler til en eID.",
    "too-many-requests": "For mange forsøk. Vent litt før du prøver igjen.",
  },
  failed: "Innloggingen ble ikke fullført. Prøv igjen.",
  seconds: (count) => (count === 1 ? "1 sekund" : `${count} sekunder`),
  minutes: (count) => (count === 1 ? "1 minutt" : `${count} minutter`),
};
