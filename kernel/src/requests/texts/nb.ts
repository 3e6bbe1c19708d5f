import type { Texts } from "./en.ts";

export const nb: Texts = {
  kinds: {
    access: "innsyn i opplysningene dine",
    rectification: "retting",
    erasure: "sletting",
    restriction: "begrensning av bruken",
    objection: "protest",
    portability: "en kopi til å ta med deg",
    withdrawal: "tilbaketrekking av et samtykke",
  },
  hello: (name) => (name === "" ? "Hei," : `Hei ${name},`),
  receipt: {
    subject: (f) => `Vi har mottatt henvendelse nr. ${f.number}`,
    text: (
      f,
      kind,
    ) => `${f.organisation} har mottatt henvendelsen din: ${kind}. Den har nummer ${f.number}.

Du får svar senest ${f.due}. Tar det lengre tid, får du vite hvorfor før den tid.`,
  },
  passedOn: {
    subject: (f) => `Henvendelse nr. ${f.number} er sendt videre`,
    text: (
      f,
      to,
    ) => `${f.organisation} har sendt henvendelsen din videre til ${to}, som driver systemet for dem og nå utfører det du ba om.

Fristen er den samme: Du får svar senest ${f.due}.`,
  },
  proof: {
    subject: (f) => `Vi må vite at det er deg: henvendelse nr. ${f.number}`,
    text: (
      f,
      wanted,
    ) => `For å svare på henvendelsen må ${f.organisation} være sikker på at det er du som spør. De ber om dette:

${wanted}

Fristen er den samme, ${f.due}, men uten dette kan det hende de må avslå. Send aldri fødselsnummeret ditt.`,
  },
  extended: {
    subject: (f) => `Henvendelse nr. ${f.number} tar lengre tid`,
    text: (
      f,
      reason,
    ) => `${f.organisation} trenger mer tid på henvendelsen din. Du får svar senest ${f.due}, og fristen kan ikke flyttes flere ganger.

Grunnen er: ${reason}`,
  },
  cancelled: {
    subject: (f) => `Henvendelse nr. ${f.number} er trukket`,
    text: (f) =>
      `Du har trukket henvendelsen til ${f.organisation}. Ingenting ble gjort. Du kan be om det igjen når du vil.`,
  },
  ended: {
    subject: (f) => `Henvendelse nr. ${f.number} er avsluttet uten svar`,
    text: (f, kind) =>
      `Du ba ${f.organisation} om dette: ${kind}. Det ble ikke besvart før avtalen deres for denne tjenesten var slutt.

Det som var lagret om deg for ${f.organisation}, slettes nå, innen et døgn, og derfor avsluttes henvendelsen. Det en lov eller et rettskrav krever oppbevart, blir liggende låst, og slettes når tiden er ute.`,
  },
  outcome: {
    subject: (f) => `Svar på henvendelse nr. ${f.number}`,
    granted: {
      access: (until) =>
        `Kopien av opplysningene dine er klar. Du kan hente den til og med ${until}. Du må vise en gang til at det er deg.`,
      portability: (until) =>
        `Filen med opplysningene du har gitt, er klar. Du kan hente den til og med ${until}. Du må vise en gang til at det er deg.`,
      rectification: "Det du meldte at var feil, er rettet.",
      erasure:
        "Opplysningene dine er slettet, og det er kontrollert at de ikke står noe sted lenger.",
      restriction:
        "Bruken av opplysningene dine er begrenset. De er fortsatt lagret, også når tiden deres er ute, men brukes bare til det du har samtykket til, til rettskrav eller for å beskytte andre. Du får vite det før begrensningen oppheves.",
      objection: "Protesten er tatt til følge: Opplysningene dine brukes ikke lenger til dette.",
      withdrawal: "Samtykket er trukket tilbake, og ingenting bygger på det lenger.",
    },
    account: "Kontoen din er også slettet.",
    kept: "Dette skal oppbevares etter loven, og er stengt for all annen bruk:",
    keptUntil: (records, article, until) =>
      `- ${records} ${records === 1 ? "oppføring" : "oppføringer"}, etter ${article}, til senest ${until}; så slettes det`,
    partly: "Henvendelsen er delvis tatt til følge.",
    refused: "Henvendelsen er avslått.",
    reason: (reason) => `Grunnen er: ${reason}`,
    reasons: {
      "not-identified": "Det var ikke mulig å være sikker på at det er du som spør.",
      "nothing-stored": "Det er ikke lagret noe om deg.",
      "law-keeps": "Loven krever at dette oppbevares.",
      "legal-claims": "Det trengs for å fastsette, gjøre gjeldende eller forsvare et rettskrav.",
      "rights-of-others": "Det ville krenke andres rettigheter.",
      "still-needed": "Det trengs fortsatt til det som det ble samlet inn for.",
      "overriding-grounds":
        "Det finnes tvingende berettigede grunner som går foran interessene dine.",
      accurate: "Det som er lagret, er riktig.",
      excessive: "Henvendelsen er åpenbart grunnløs eller overdreven.",
      other: "",
    },
    complain: (authority, site) =>
      `Du kan klage til tilsynsmyndigheten, ${authority} (${site}), og du kan bringe saken inn for en domstol.`,
  },
  liftTold: {
    subject: (f) =>
      `Begrensningen av opplysningene dine blir opphevet: henvendelse nr. ${f.number}`,
    text: (f, at) =>
      `${f.organisation} opphever begrensningen av opplysningene dine ${at}. Etter det brukes de som før.`,
    past: (records) =>
      records === 1
        ? "For 1 post er tiden ute da, og den slettes når begrensningen oppheves. Trenger du den, må du be om en kopi før det."
        : `For ${records} poster er tiden ute da, og de slettes når begrensningen oppheves. Trenger du dem, må du be om en kopi før det.`,
  },
  lifted: {
    subject: (f) => `Begrensningen av opplysningene dine er opphevet: henvendelse nr. ${f.number}`,
    text: (f) =>
      `Begrensningen av opplysningene dine hos ${f.organisation} er opphevet. De brukes som før, og det som har gått ut på tid, slettes nå.`,
  },
  seeIt: "Du kan følge henvendelsen her:",
  fetchIt: "Hent den her:",
  regards: (organisation) => `Hilsen\n${organisation}`,
  desk: {
    new: (f) => `Ny henvendelse nr. ${f.number}, skal besvares innen ${f.due}`,
    days: (f, days) =>
      `${days} dager igjen: henvendelse nr. ${f.number} skal besvares innen ${f.due}`,
    overdue: (f) => `FORFALT: henvendelse nr. ${f.number} skulle vært besvart innen ${f.due}`,
    rectified: (f) =>
      `Opplysninger er rettet etter henvendelse nr. ${f.number}: rett dem også der dere har en kopi`,
    text: (f, kind) =>
      `Henvendelse nr. ${f.number} til ${f.organisation}: ${kind}. Fristen etter loven er ${f.due}.`,
    seeIt: "Den står under Personvern:",
  },
};
