import { text } from "./words.ts";

/** Where data comes from, within a sentence. */
export const sourceWords = {
  "the person": text("deg", "dig", "you"),
  "the organisation": text("organisasjonen", "organisationen", "the organisation"),
  "the eID": text("eID-en", "e-legitimationen", "the eID"),
  "the door": text("døren", "dörren", "the door"),
  "the browser": text("nettleseren", "webbläsaren", "the browser"),
  "another installation": text(
    "en annen installasjon, etter eget valg",
    "en annan installation, efter eget val",
    "another installation, by your own choice",
  ),
  "the customer": text(
    "kunden du arbeider hos",
    "kunden du arbetar hos",
    "the customer that you work for",
  ),
  "public registers": text("offentlige registre", "offentliga register", "public registers"),
  "bought lists": text("kjøpte lister", "köpta listor", "bought lists"),
};

/** Whom data goes to, within a sentence. */
export const recipientWords = {
  "the person": text("deg", "dig", "you"),
  "the organisation's administrators": text(
    "organisasjonens administratorer",
    "organisationens administratörer",
    "the organisation's administrators",
  ),
  "the door's administrators": text(
    "dørens administratorer",
    "dörrens administratörer",
    "the door's administrators",
  ),
  "a third party that controls doors": text(
    "andre som organisasjonen lar styre en dør",
    "andra som organisationen låter styra en dörr",
    "others whom the organisation lets control a door",
  ),
  "whoever needs a file from a log": text(
    "den som får en fil fra dørens logg",
    "den som får en fil ur dörrens logg",
    "whoever is given a file from the door's log",
  ),
  "the operator": text("operatøren", "operatören", "the operator"),
  "e-mail provider": text("e-postleverandøren", "e-postleverantören", "the e-mail provider"),
  "SMS provider": text("SMS-leverandøren", "sms-leverantören", "the SMS provider"),
  advisers: text(
    "rådgivere, revisorer, advokater og IT-konsulenter, i en avgrenset tid",
    "rådgivare, revisorer, advokater och it-konsulter, under en begränsad tid",
    "advisers, auditors, lawyers and IT consultants, for a limited time",
  ),
};
