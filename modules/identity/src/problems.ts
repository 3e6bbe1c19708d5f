import { defineProblems } from "@terskel/platform/problems";

/** What identity can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "sign-in-expired": {
    status: 410,
    title: {
      nb: "Innloggingen tok for lang tid eller ble startet i et annet vindu. Start på nytt.",
      sv: "Inloggningen tog för lång tid eller startades i ett annat fönster. Börja om.",
      en: "The sign-in took too long or was begun in another window. Start again.",
    },
  },
  "eid-cancelled": {
    status: 403,
    title: {
      nb: "Innloggingen med eID ble avbrutt.",
      sv: "Inloggningen med e-legitimation avbröts.",
      en: "The sign-in with eID was cancelled.",
    },
  },
  "eid-refused": {
    status: 403,
    title: {
      nb: "Svaret fra eID-en kunne ikke godtas. Prøv igjen.",
      sv: "Svaret från e-legitimationen kunde inte godtas. Försök igen.",
      en: "The eID's answer could not be accepted. Try again.",
    },
  },
  "eid-incomplete": {
    status: 403,
    title: {
      nb: "eID-en oppga ikke navn og en entydig id, og uten dem kan du ikke logge inn med den.",
      sv: "E-legitimationen uppgav inte namn och ett entydigt id, och utan dem kan du inte logga in med den.",
      en: "The eID gave no name and unique identifier, and without them it cannot sign you in.",
    },
  },
  "eid-unavailable": {
    status: 503,
    title: {
      nb: "eID-en svarer ikke akkurat nå. Prøv igjen om litt, eller logg inn på en annen måte.",
      sv: "E-legitimationen svarar inte just nu. Försök igen om en stund, eller logga in på ett annat sätt.",
      en: "The eID does not answer right now. Try again in a while, or sign in another way.",
    },
  },
  "eid-of-another-account": {
    status: 409,
    title: {
      nb: "Denne eID-en hører til en annen konto. Logg ut og logg inn med den i stedet.",
      sv: "Den här e-legitimationen hör till ett annat konto. Logga ut och logga in med den i stället.",
      en: "This eID belongs to another account. Sign out and sign in with it instead.",
    },
  },
  "wrong-code": {
    status: 422,
    title: {
      nb: "Koden er feil eller gjelder ikke lenger.",
      sv: "Koden är fel eller gäller inte längre.",
      en: "The code is wrong or no longer valid.",
    },
  },
  "invalid-phone": {
    status: 422,
    title: {
      nb: "Dette er ikke et telefonnummer. Skriv det med landskode hvis det ikke er norsk eller svensk.",
      sv: "Det här är inte ett telefonnummer. Skriv det med landskod om det inte är norskt eller svenskt.",
      en: "This is not a telephone number. Write it with its country code if it is not Norwegian or Swedish.",
    },
  },
  "invalid-organisation-number": {
    status: 422,
    title: {
      nb: "Organisasjonsnummeret er ikke gyldig. Norske har ni sifre, svenske ti.",
      sv: "Organisationsnumret är inte giltigt. Svenska har tio siffror, norska nio.",
      en: "The organisation number is not valid. Norwegian ones have nine digits, Swedish ten.",
    },
  },
  "sms-not-offered": {
    status: 422,
    title: {
      nb: "Her kan du ikke få kode på SMS.",
      sv: "Här kan du inte få kod via sms.",
      en: "Codes by SMS are not offered here.",
    },
  },
  "cannot-send-now": {
    status: 503,
    title: {
      nb: "Koden kan ikke sendes nå, fordi den som skulle sendt den, ikke har en gjeldende avtale eller ikke er varslet om ennå. Logg inn på en annen måte, eller prøv igjen senere.",
      sv: "Koden kan inte skickas nu, eftersom den som skulle ha skickat den saknar gällande avtal eller inte har meddelats ännu. Logga in på ett annat sätt, eller försök igen senare.",
      en: "The code cannot be sent now, because whoever would send it has no agreement in force, or people have not been told of them yet. Sign in another way, or try again later.",
    },
  },
  "sign-in-older": {
    status: 403,
    title: {
      nb: "Logg inn på nytt før du kobler til en eID. Det beskytter deg hvis noen andre bruker innloggingen din.",
      sv: "Logga in igen innan du ansluter en e-legitimation. Det skyddar dig om någon annan använder din inloggning.",
      en: "Sign in again before you connect an eID. It protects you should somebody else be using your sign-in.",
    },
  },
  "no-passkey": {
    status: 409,
    title: {
      nb: "Du har ingen passnøkkel. Legg til en i Min profil, eller bekreft med eID.",
      sv: "Du har ingen passnyckel. Lägg till en i Min profil, eller bekräfta med e-legitimation.",
      en: "You have no passkey. Add one in My profile, or use your eID.",
    },
  },
  "no-eid": {
    status: 409,
    title: {
      nb: "Kontoen din har ingen eID. Koble til en i Min profil, eller legg til en passnøkkel.",
      sv: "Ditt konto har ingen e-legitimation. Anslut en i Min profil, eller lägg till en passnyckel.",
      en: "Your account has no eID. Connect one in My profile, or add a passkey.",
    },
  },
  "proof-of-another": {
    status: 403,
    title: {
      nb: "Dette er ikke eID-en din. Prøv igjen med din egen.",
      sv: "Det här är inte din e-legitimation. Försök igen med din egen.",
      en: "This is not your eID. Try again with your own.",
    },
  },
  "passkey-refused": {
    status: 403,
    title: {
      nb: "Passnøkkelen kunne ikke godtas. Prøv igjen, eller logg inn på en annen måte.",
      sv: "Passernyckeln kunde inte godtas. Försök igen, eller logga in på ett annat sätt.",
      en: "The passkey could not be accepted. Try again, or sign in another way.",
    },
  },
  "name-from-eid": {
    status: 409,
    title: {
      nb: "Navnet ditt kommer fra eID-en og kan ikke endres her.",
      sv: "Ditt namn kommer från e-legitimationen och kan inte ändras här.",
      en: "Your name comes from your eID and cannot be changed here.",
    },
  },
  "contact-taken": {
    status: 409,
    title: {
      nb: "Adressen eller nummeret er allerede registrert på en annen, hos en av organisasjonene dine eller på en annen konto.",
      sv: "Adressen eller numret är redan registrerat på någon annan, hos en av dina organisationer eller på ett annat konto.",
      en: "The address or number is already registered for somebody else, at one of your organisations or on another account.",
    },
  },
  "contact-is-theirs": {
    status: 409,
    title: {
      nb: "Personen har selv bekreftet denne kontaktopplysningen og må endre den selv.",
      sv: "Personen har själv bekräftat den här kontaktuppgiften och måste ändra den själv.",
      en: "This person has verified this contact detail and has to change it themselves.",
    },
  },
  "email-taken": {
    status: 409,
    title: {
      nb: "En annen i organisasjonen har denne e-postadressen.",
      sv: "Någon annan i organisationen har den här e-postadressen.",
      en: "Somebody else in the organisation has this e-mail address.",
    },
  },
  "phone-taken": {
    status: 409,
    title: {
      nb: "En annen i organisasjonen har dette telefonnummeret.",
      sv: "Någon annan i organisationen har det här telefonnumret.",
      en: "Somebody else in the organisation has this telephone number.",
    },
  },
  "last-administrator": {
    status: 409,
    title: {
      nb: "Organisasjonen må ha minst én administrator. Gi en annen rollen først.",
      sv: "Organisationen måste ha minst en administratör. Ge någon annan rollen först.",
      en: "The organisation needs at least one administrator. Give somebody else the role first.",
    },
  },
  "organisation-number-taken": {
    status: 409,
    title: {
      nb: "En organisasjon med dette nummeret finnes allerede.",
      sv: "En organisation med det här numret finns redan.",
      en: "An organisation with this number exists already.",
    },
  },
  "handover-of-another": {
    status: 403,
    title: {
      nb: "Filen tilhører noen andre. Den må ha samme eID som kontoen din her, eller samme bekreftede e-postadresse.",
      sv: "Filen tillhör någon annan. Den måste ha samma e-legitimation som ditt konto här, eller samma bekräftade e-postadress.",
      en: "The file belongs to somebody else. It needs the same eID as your account here, or the same verified e-mail address.",
    },
  },
  "handover-section": {
    status: 409,
    title: {
      nb: "Noe av det du valgte, kan ikke hentes fra denne filen. Se på filen på nytt.",
      sv: "Något av det du valde går inte att hämta från den här filen. Titta på filen igen.",
      en: "Some of what you chose cannot be taken over from this file. Look at the file again.",
    },
  },
  "picture-too-large": {
    status: 413,
    title: {
      nb: "Bildet er for stort. Det kan være på høyst 5 MB og 40 megapiksler.",
      sv: "Bilden är för stor. Den får vara högst 5 MB och 40 megapixlar.",
      en: "The picture is too large. It may have 5 MB and 40 megapixels at most.",
    },
  },
  "not-a-picture": {
    status: 422,
    title: {
      nb: "Filen er ikke et bilde som kan leses. Bruk JPEG, PNG eller WebP.",
      sv: "Filen är inte en bild som går att läsa. Använd JPEG, PNG eller WebP.",
      en: "The file is not a picture that can be read. Use JPEG, PNG or WebP.",
    },
  },
});
