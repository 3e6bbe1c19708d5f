import { text } from "@terskel/kernel";
import { Problem } from "@terskel/platform/problems";

const how = {
  ...text("Innloggingsmåte", "Inloggningssätt", "Way of signing in"),
  values: {
    eid: text("eID", "e-legitimation", "eID"),
    "email-code": text("kode på e-post", "kod via e-post", "code by e-mail"),
    "sms-code": text("kode på SMS", "kod via sms", "code by SMS"),
    passkey: text("passnøkkel", "passnyckel", "passkey"),
  },
};

/** Why an attempt to sign in ended as it did. */
const attemptReasons = {
  "signed-in": text("logget inn", "inloggad", "signed in"),
  "address-proven": text("bekreftet adressen", "bekräftade adressen", "address verified"),
  "code-requested": text("ba om en kode", "bad om en kod", "asked for a code"),
  "wrong-code": text("feil kode", "fel kod", "wrong code"),
  "no-such-code": text("koden finnes ikke", "koden finns inte", "no such code"),
  "used-already": text("koden var brukt", "koden var redan använd", "the code was used already"),
  "nobody-has-the-address": text(
    "ingen har adressen",
    "ingen har adressen",
    "nobody has the address",
  ),
  "eid-started": text("gikk til eID", "gick till e-legitimationen", "went to the eID"),
  "eid-cancelled": text("avbrøt hos eID", "avbröt hos e-legitimationen", "cancelled at the eID"),
  "eid-refused": text(
    "svaret fra eID ble avvist",
    "svaret från e-legitimationen avvisades",
    "the eID’s answer was refused",
  ),
  "eid-incomplete": text(
    "eID manglet noe",
    "e-legitimationen saknade något",
    "the eID left something out",
  ),
  "eid-unavailable": text(
    "eID svarte ikke",
    "e-legitimationen svarade inte",
    "the eID did not answer",
  ),
  "eid-of-another-account": text(
    "eID til en annen konto",
    "e-legitimation för ett annat konto",
    "eID of another account",
  ),
  "national-identity-number": text(
    "eID sendte et fødselsnummer",
    "e-legitimationen skickade ett personnummer",
    "the eID sent a national identity number",
  ),
  "passkey-started": text(
    "begynte med passnøkkel",
    "började med passnyckel",
    "began with a passkey",
  ),
  "proof-started": text(
    "begynte å bekrefte hvem det er",
    "började bekräfta vem det är",
    "began to prove who it is",
  ),
  "sign-in-older": text(
    "innloggingen var for gammel",
    "inloggningen var för gammal",
    "the sign-in was too old",
  ),
  "proof-of-another": text("en annens bevis", "någon annans bevis", "another person’s proof"),
  "proof-given": text("bekreftet hvem det er", "bekräftade vem det är", "proved who it is"),
  "passkey-refused": text(
    "passnøkkelen ble avvist",
    "passnyckeln avvisades",
    "the passkey was refused",
  ),
  "sign-in-expired": text("tok for lang tid", "tog för lång tid", "took too long"),
  limited: text("for mange forsøk", "för många försök", "too many attempts"),
  "internal-error": text("feil hos oss", "fel hos oss", "a fault of ours"),
};
export type AttemptReason = keyof typeof attemptReasons;

/** A problem's code, as the reason of an attempt. */
export const reasonOf = (error: unknown): AttemptReason =>
  error instanceof Problem && Object.hasOwn(attemptReasons, error.code)
    ? (error.code as AttemptReason)
    : "internal-error";

const ip = text("IP-adresse", "IP-adress", "IP address");
const lastUsed = text("Sist brukt", "Senast använd", "Last used");

/** Identity's tables, as the person sees them. */
export const tableWords = {
  persons: {
    title: text("Kontoen din", "Ditt konto", "Your account"),
    deskTitle: text("Kontoen", "Kontot", "The account"),
    words: {
      date_of_birth: text("Fødselsdato", "Födelsedatum", "Date of birth"),
      email_verified_at: text("E-post bekreftet", "E-post bekräftad", "E-mail verified"),
      phone_verified_at: text("Telefon bekreftet", "Telefon bekräftad", "Telephone verified"),
      last_eid_at: text(
        "Sist logget inn med eID",
        "Senast inloggad med e-legitimation",
        "Last signed in with eID",
      ),
    },
  },
  pictures: {
    title: text("Profilbildet ditt", "Din profilbild", "Your profile picture"),
    deskTitle: text("Profilbildet", "Profilbilden", "The profile picture"),
    words: { image: text("Bilde", "Bild", "Picture") },
  },
  eidLogins: {
    title: text("Tilknyttet eID", "Ansluten e-legitimation", "Connected eID"),
    words: { subject: text("eID-ens nummer", "E-legitimationens nummer", "The eID's number") },
  },
  handovers: {
    title: text(
      "Hentet fra andre installasjoner",
      "Hämtat från andra installationer",
      "Brought from other installations",
    ),
    words: {
      file_id: text("Filens nummer", "Filens nummer", "The file's number"),
      installation: text("Kommer fra", "Kommer från", "Comes from"),
      sections: text("Hva som ble hentet", "Vad som hämtades", "What was taken over"),
      taken_at: text("Hentet", "Hämtat", "Taken over"),
    },
  },
  passkeys: {
    title: text("Passnøkler", "Passnycklar", "Passkeys"),
    words: {
      public_key: text("Offentlig nøkkel", "Publik nyckel", "Public key"),
      counter: text("Antall ganger brukt", "Antal användningar", "Times used"),
      last_used_at: lastUsed,
    },
  },
  sessions: {
    title: text("Steder du er logget inn", "Där du är inloggad", "Where you are signed in"),
    deskTitle: text("Innlogginger i bruk", "Aktiva inloggningar", "Sign-ins in use"),
    words: {
      token_hash: text("Nøkkel", "Nyckel", "Key"),
      method: how,
      ip,
      browser: text("Nettleser", "Webbläsare", "Browser"),
      system: text("Operativsystem", "Operativsystem", "Operating system"),
      proven_at: text(
        "Sist bekreftet hvem du er",
        "Senast bekräftat vem du är",
        "Last proved who you are",
      ),
      last_seen_at: lastUsed,
    },
  },
  pendingSignIns: {
    title: text("Innlogginger i gang", "Pågående inloggningar", "Sign-ins under way"),
    words: {
      nonce: text("Engangstall", "Engångstal", "Nonce"),
      code_verifier: text("Kontrollkode", "Kontrollkod", "Verifier"),
      challenge: text("Utfordring", "Utmaning", "Challenge"),
      session_id: text(
        "Innloggingen den gjelder",
        "Inloggningen den gäller",
        "The sign-in it is for",
      ),
    },
  },
  codes: {
    title: text("Engangskoder i gang", "Pågående engångskoder", "One-time codes under way"),
    words: {
      organisation_number: text(
        "Organisasjonsnummer",
        "Organisationsnummer",
        "Organisation number",
      ),
    },
  },
  signInAttempts: {
    title: text("Innloggingsforsøk", "Inloggningsförsök", "Attempts to sign in"),
    words: {
      method: how,
      outcome: {
        ...text("Utfall", "Utfall", "Outcome"),
        values: {
          accepted: text("godtatt", "godkänt", "accepted"),
          refused: text("avvist", "nekat", "refused"),
          limited: text("stoppet", "stoppat", "stopped"),
        },
      },
      reason: { ...text("Grunn", "Orsak", "Reason"), values: attemptReasons },
      ip,
      key: text("Sporingskode", "Spårningskod", "Tracking code"),
    },
  },
} as const;
