import { groundAtWork } from "@terskel/kernel";
import type { Activity } from "@terskel/kernel";

export const activities: readonly Activity[] = [
  {
    id: "identity.sign-in",
    purpose: {
      nb: "Logge inn med eID, engangskode eller passnøkkel, og vite hvem som er innlogget hvor",
      sv: "Logga in med e-legitimation, engångskod eller passnyckel, och veta vem som är inloggad var",
      en: "Sign in with eID, one-time code or passkey, and know who is signed in where",
    },
    basis: "contract",
    controller: "organisation",
    whileRestricted: {
      nb: "Det er personen selv som bruker kontoen sin.",
      sv: "Det är personen själv som använder sitt konto.",
      en: "It is the person who uses their own account.",
    },
    afterAgreement: {
      nb: "Kontoen er personens egen, og den som logger inn, får vite at avtalen er slutt.",
      sv: "Kontot är personens eget, och den som loggar in får veta att avtalet har upphört.",
      en: "The account is the person's own, and whoever signs in gets to know that the agreement has ended.",
    },
    subjects: ["account holder", "member"],
    sources: ["the person", "the eID", "the organisation", "the browser"],
    recipients: ["the person", "e-mail provider", "SMS provider"],
    promises: ["A1", "C1", "C2", "D1"],
  },
  {
    id: "identity.account",
    purpose: {
      nb: "Vise og rette egne opplysninger på Min profil: navn, kontaktopplysninger, bilde, økter og passnøkler",
      sv: "Visa och rätta egna uppgifter på Min profil: namn, kontaktuppgifter, bild, sessioner och passernycklar",
      en: "Show and correct one's own details on My profile: name, contact details, picture, sessions and passkeys",
    },
    basis: "contract",
    controller: "organisation",
    whileRestricted: {
      nb: "Det er personen selv som bruker kontoen sin.",
      sv: "Det är personen själv som använder sitt konto.",
      en: "It is the person who uses their own account.",
    },
    afterAgreement: {
      nb: "Kontoen er personens egen, og den som logger inn, får vite at avtalen er slutt.",
      sv: "Kontot är personens eget, och den som loggar in får veta att avtalet har upphört.",
      en: "The account is the person's own, and whoever signs in gets to know that the agreement has ended.",
    },
    subjects: ["account holder"],
    sources: ["the person", "the eID", "the organisation", "another installation"],
    recipients: ["the person", "e-mail provider", "SMS provider"],
    promises: ["A1", "A15", "A17", "B14", "C3", "C12"],
  },
  {
    id: "identity.administer-people",
    purpose: {
      nb: "La organisasjonens administratorer føre opp hvem som hører til, og hvordan de kan nås",
      sv: "Låta organisationens administratörer föra upp vilka som hör till och hur de kan nås",
      en: "Let the organisation's administrators keep who belongs to it and how they can be reached",
    },
    basis: "contract",
    controller: "organisation",
    groundOf: groundAtWork,
    subjects: ["member", "account holder"],
    sources: ["the organisation", "the person"],
    recipients: ["the organisation's administrators"],
    promises: ["A1", "A10"],
  },
  {
    id: "identity.prevent-misuse",
    purpose: {
      nb: "Oppdage, begrense og loggføre uberettigede innloggingsforsøk",
      sv: "Upptäcka, begränsa och logga obehöriga inloggningsförsök",
      en: "Detect, limit and log attempts at unauthorised sign-in",
    },
    basis: "legitimate-interest",
    interest: {
      nb: "Å beskytte kontoer, dører og tjenesten mot misbruk",
      sv: "Att skydda konton, dörrar och tjänsten mot missbruk",
      en: "Protecting accounts, doors and the service against misuse",
    },
    controller: "operator",
    whileRestricted: {
      nb: "Andres kontoer og dører skal fortsatt være trygge.",
      sv: "Andras konton och dörrar ska fortfarande vara trygga.",
      en: "Other people's accounts and doors have to stay safe.",
    },
    subjects: ["account holder"],
    sources: ["the browser"],
    recipients: ["the operator"],
    promises: ["A9"],
  },
];
