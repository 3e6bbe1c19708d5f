import type { Catalogue } from "@terskel/platform/i18n";
import type { signIn as en } from "./en.ts";

export const signIn: Catalogue<typeof en> = {
  title: "Logga in",
  lead: "Till dina dörrar, och till det som sparas om dig.",
  eid: (name) => `Logga in med ${name}`,
  leads: (name) => `Leder till ${name}, och där gäller deras egen integritetspolicy.`,
  eidHint: "Säkrast, och du blir igenkänd från första gången.",
  or: "eller",
  ways: "Andra sätt att logga in",
  noEmailNow:
    "E-post kan inte skickas just nu, så du kan inte få kod via e-post. Logga in på ett annat sätt.",
  noSmsNow:
    "Sms kan inte skickas just nu, så du kan inte få kod via sms. Logga in på ett annat sätt.",
  byEmail: "Kod via e-post",
  bySms: "Kod via sms",
  byPasskey: "Passnyckel",
  email: "E-post",
  phone: "Telefon",
  organisationNumber: "Arbetsgivarens organisationsnummer",
  organisationNumberHint: "10 siffror i Sverige, 9 i Norge",
  sendCode: "Skicka kod",
  back: "Välj ett annat sätt",
  codeTitle: "Skriv in koden",
  codeSent: (to) => `Om ${to} är känd här är en kod på 6 siffror på väg. Det kan ta någon minut.`,
  code: "Kod på 6 siffror",
  confirm: "Logga in",
  again: "Skicka ny kod",
  validFor: (minutes) => `Koden gäller i ${minutes}.`,
  expired: "Koden har gått ut. Be om en ny.",
  worn: "Koden fungerar inte längre efter flera felaktiga försök. Be om en ny.",
  tooMany: "För många försök. För din säkerhet blir det en paus.",
  tryAgainIn: (time) => `Försök igen om ${time}.`,
  passkeyFailed: "Passnyckeln användes inte. Försök igen, eller välj ett annat sätt.",
  passkeyUnsupported: "Den här webbläsaren kan inte använda passnycklar.",
  forOffice: "För företagstelefoner: numret som arbetsgivaren har registrerat.",
  demo: "Det här är en demo",
  demoText: "Logga in som en påhittad person och läs meddelandena som skickas.",
  demoLink: "Välj en testperson",
  returning: "Logga in för att fortsätta där du var.",
  problems: {
    "sign-in-expired":
      "Inloggningen tog för lång tid eller startades i ett annat fönster. Börja om.",
    "eid-cancelled": "Inloggningen med e-legitimation avbröts.",
    "eid-refused": "Svaret från e-legitimationen kunde inte godtas. Försök igen.",
    "eid-incomplete":
      "E-legitimationen uppgav inte namn och ett entydigt id, och utan dem kan du inte logga in med den.",
    "eid-unavailable":
      "E-legitimationen svarar inte just nu. Försök igen om en stund, eller logga in på ett annat sätt.",
    "national-identity-number":
      "E-legitimationen uppgav ett personnummer. Sådana nummer sparas aldrig här, så du kan inte logga in med den.",
    "eid-of-another-account":
      "Den här e-legitimationen hör till ett annat konto. Logga ut och logga in med den i stället.",
    "proof-of-another":
      "Den här e-legitimationen är inte din. Dörren öppnas för dig när du visar din egen.",
    "sign-in-older": "Logga in igen innan du ansluter en e-legitimation.",
    "too-many-requests": "För många försök. Vänta en stund innan du försöker igen.",
  },
  failed: "Inloggningen slutfördes inte. Försök igen.",
  seconds: (count) => (count === 1 ? "1 sekund" : `${count} sekunder`),
  minutes: (count) => (count === 1 ? "1 minut" : `${count} minuter`),
};
