import type { Texts } from "../en.ts";

export const handover: Texts["handover"] = {
  title: "En annen Terskel",
  lead: "Flytter du til et sted der dørene styres av en annen Terskel, kan du ta med det kontoen din inneholder.",
  back: "Mine opplysninger og rettigheter",
  along: {
    go: "Ta med en fil",
    title: "Ta med opplysningene dine til en annen Terskel",
    lead: "Du får en signert fil med det kontoen din inneholder. Du laster den opp der selv, innlogget, og velger hva som skal bli ditt der.",
    what: "Dette blir med",
    holds: [
      "Navn, e-post, telefon og språk, og bildet ditt",
      "Hvor og når du har logget inn på kontoen",
    ],
    without:
      "Det en organisasjon har lagret, som tilgangene dine og loggen for dørene, blir ikke med. Det får du som egen fil under Mine opplysninger og rettigheter.",
    make: "Last ned filen",
    valid: "Filen gjelder i 7 dager. Hold den for deg selv: den som har den, kan lese den.",
    done: "Filen er lastet ned",
    doneText:
      "Logg inn på den andre Terskel innen 7 dager, åpne Mine opplysninger og rettigheter der og velg «Hent opplysningene dine fra en annen Terskel».",
    again: "Last den ned på nytt",
  },
  bring: {
    go: "Hent fra en fil",
    title: "Hent opplysningene dine fra en annen Terskel",
    lead: "Du velger hva som skal bli ditt her, etter at du har sett hva filen inneholder. Den gir deg ikke tilgang til noen dør.",
    from: "Filer tas imot fra",
    none: "Ingen filer kan hentes hit ennå",
    noneText:
      "Denne Terskel tar ikke imot filer fra noen annen. Den som driver den, bestemmer hvor de kan komme fra.",
    file: "Fil",
    drop: "Slipp filen her, eller velg den",
    dropHint:
      "Filen fra «Ta med opplysningene dine til en annen Terskel». Navnet slutter på .json, og den gjelder i 7 dager.",
    choose: "Velg filen",
    another: "Velg en annen fil",
    reading: "Leser filen …",
    tooLarge: "Filen er for stor. Den kan være på høyst 4 MB.",
    seen: "Dette kan du hente",
    seenLead: (installation, date) => `Fra ${installation}, laget ${date}.`,
    sections: {
      name: "Navn",
      language: "Språk",
      email: "E-post",
      phone: "Telefon",
      picture: "Bilde",
    },
    pictureAlt: "Bildet i filen",
    here: (value) => `Her: ${value}`,
    states: {
      same: "Slik er det her allerede",
      taken: "Hentet fra denne filen før",
    },
    whys: {
      "name-from-eid": "Her kommer navnet ditt fra eID-en",
      "not-valid": "Kan ikke brukes her",
      "no-sms": "Telefonnummer kan ikke bekreftes her",
    },
    confirmCode: "Bekreft med kode",
    sendCode: (what) => `Bekreft med kode: ${what}`,
    codeHint: "Gjelder når det er bekreftet med kode",
    leftOut: "Dette hentes ikke",
    leftOutLead: "Det forteller hva som skjedde der, eller fastslås på nytt her.",
    records: (count, one) => (one ? "1 oppføring" : `${count} oppføringer`),
    confirm: "Hent det som er valgt",
    nothing: "Det er ikke noe annet i filen å velge.",
    done: "Nå er det ditt her",
    doneText: "Du kan endre det på Min profil, som alt annet som står om deg der.",
    unchanged: "Alt var slik her allerede",
    toProfile: "Min profil",
  },
};
