import type { Text } from "@terskel/platform/i18n";

/**
 * What a column holds, each with its term of the W3C Data Privacy Vocabulary 2.0 (`dpv`:
 * https://w3id.org/dpv) or its extension for personal data (`pd`: https://w3id.org/dpv/pd). The
 * vocabulary has no word for a right of access, for an act or for the time of an event about a person; those are
 * `dpv:PersonalData` as such. `technical` is data about no person.
 */
export const labels = {
  technical: {
    dpv: "dpv:NonPersonalData",
    text: { nb: "Teknisk", sv: "Teknisk", en: "Technical" },
  },
  pseudonym: {
    dpv: "pd:UID",
    text: { nb: "Pseudonym", sv: "Pseudonym", en: "Pseudonym" },
  },
  name: { dpv: "pd:Name", text: { nb: "Navn", sv: "Namn", en: "Name" } },
  "birth-date": {
    dpv: "pd:BirthDate",
    text: { nb: "Fødselsdato", sv: "Födelsedatum", en: "Date of birth" },
  },
  contact: {
    dpv: "pd:Contact",
    text: { nb: "Kontaktopplysninger", sv: "Kontaktuppgifter", en: "Contact details" },
  },
  picture: { dpv: "pd:Picture", text: { nb: "Bilde", sv: "Bild", en: "Picture" } },
  language: { dpv: "pd:Language", text: { nb: "Språk", sv: "Språk", en: "Language" } },
  "sign-in": {
    dpv: "pd:AuthenticationHistory",
    text: { nb: "Innlogging", sv: "Inloggning", en: "Sign-in" },
  },
  secret: {
    dpv: "pd:Authenticating",
    text: {
      nb: "Nøkkel eller kode (ikke lesbar)",
      sv: "Nyckel eller kod (oläslig)",
      en: "Key or code (unreadable)",
    },
  },
  "ip-address": {
    dpv: "pd:IPAddress",
    text: { nb: "IP-adresse", sv: "IP-adress", en: "IP address" },
  },
  device: { dpv: "pd:DeviceBased", text: { nb: "Enhet", sv: "Enhet", en: "Device" } },
  residence: {
    dpv: "pd:PhysicalAddress",
    text: { nb: "Bolig eller kontor", sv: "Bostad eller kontor", en: "Home or office" },
  },
  membership: {
    dpv: "pd:GroupMembership",
    text: { nb: "Tilhørighet og rolle", sv: "Tillhörighet och roll", en: "Membership and role" },
  },
  "access-right": {
    dpv: "dpv:PersonalData",
    text: { nb: "Tilgang", sv: "Behörighet", en: "Access right" },
  },
  credential: {
    dpv: "pd:Authenticating",
    text: {
      nb: "Kort (ikke lesbart)",
      sv: "Kort (oläsligt)",
      en: "Card or fob (unreadable)",
    },
  },
  "access-history": {
    dpv: "pd:Location",
    text: { nb: "Passeringslogg", sv: "Passagelogg", en: "Access log" },
  },
  note: {
    dpv: "dpv:PersonalData",
    text: { nb: "Skrevet notat", sv: "Skriven anteckning", en: "Written note" },
  },
  message: {
    dpv: "pd:Communication",
    text: { nb: "Meldinger", sv: "Meddelanden", en: "Messages" },
  },
  "rights-request": {
    dpv: "dpv:PersonalData",
    text: {
      nb: "Henvendelse om personvern",
      sv: "Begäran om dataskydd",
      en: "Data-protection request",
    },
  },
  act: {
    dpv: "dpv:PersonalData",
    text: { nb: "Hva som er gjort", sv: "Vad som har gjorts", en: "What was done" },
  },
  disclosure: {
    dpv: "dpv:PersonalData",
    text: { nb: "Utlevering", sv: "Utlämnande", en: "Disclosure" },
  },
  time: { dpv: "dpv:PersonalData", text: { nb: "Tidspunkt", sv: "Tidpunkt", en: "Point in time" } },
} as const satisfies Record<string, { dpv: string; text: Text }>;

export type Label = keyof typeof labels;
