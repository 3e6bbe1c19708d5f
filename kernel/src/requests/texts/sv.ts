import type { Texts } from "./en.ts";

export const sv: Texts = {
  kinds: {
    access: "tillgång till dina uppgifter",
    rectification: "rättelse",
    erasure: "radering",
    restriction: "begränsning av behandlingen",
    objection: "invändning",
    portability: "en kopia att ta med dig",
    withdrawal: "återkallelse av ett samtycke",
  },
  hello: (name) => (name === "" ? "Hej," : `Hej ${name},`),
  receipt: {
    subject: (f) => `Vi har tagit emot begäran nr ${f.number}`,
    text: (
      f,
      kind,
    ) => `${f.organisation} har tagit emot din begäran: ${kind}. Den har nummer ${f.number}.

Du får svar senast ${f.due}. Tar det längre tid får du veta varför innan dess.`,
  },
  passedOn: {
    subject: (f) => `Begäran nr ${f.number} har skickats vidare`,
    text: (
      f,
      to,
    ) => `${f.organisation} har skickat din begäran vidare till ${to}, som driver systemet åt dem och nu utför det du bad om.

Tidsfristen är densamma: du får svar senast ${f.due}.`,
  },
  proof: {
    subject: (f) => `Vi måste veta att det är du: begäran nr ${f.number}`,
    text: (
      f,
      wanted,
    ) => `För att svara på din begäran måste ${f.organisation} vara säkra på att det är du som frågar. De ber om detta:

${wanted}

Tidsfristen är densamma, ${f.due}, men utan detta kan de behöva avslå. Skicka aldrig ditt personnummer.`,
  },
  extended: {
    subject: (f) => `Begäran nr ${f.number} tar längre tid`,
    text: (
      f,
      reason,
    ) => `${f.organisation} behöver mer tid för din begäran. Du får svar senast ${f.due}, och tidsfristen kan inte flyttas igen.

Skälet är: ${reason}`,
  },
  cancelled: {
    subject: (f) => `Begäran nr ${f.number} är återtagen`,
    text: (f) =>
      `Du har tagit tillbaka din begäran till ${f.organisation}. Inget gjordes. Du kan begära det igen när du vill.`,
  },
  ended: {
    subject: (f) => `Begäran nr ${f.number} har avslutats utan svar`,
    text: (f, kind) =>
      `Du begärde detta av ${f.organisation}: ${kind}. Det besvarades inte innan deras avtal för den här tjänsten hade upphört.

Det som var lagrat om dig för ${f.organisation} raderas nu, inom ett dygn, och därför avslutas din begäran. Det som en lag eller ett rättsligt anspråk kräver att man bevarar ligger kvar låst och raderas när tiden är ute.`,
  },
  outcome: {
    subject: (f) => `Svar på begäran nr ${f.number}`,
    granted: {
      access: (until) =>
        `Kopian av dina uppgifter är klar. Du kan hämta den till och med ${until}. Du måste visa en gång till att det är du.`,
      portability: (until) =>
        `Filen med uppgifterna du har lämnat är klar. Du kan hämta den till och med ${until}. Du måste visa en gång till att det är du.`,
      rectification: "Det du anmälde som fel är rättat.",
      erasure:
        "Dina uppgifter är raderade, och det har kontrollerats att de inte finns kvar någonstans.",
      restriction:
        "Behandlingen av dina uppgifter är begränsad. De är fortfarande lagrade, också när deras tid är ute, men används bara till det du har samtyckt till, för rättsliga anspråk eller för att skydda andra. Du får veta det innan begränsningen hävs.",
      objection: "Din invändning är godtagen: dina uppgifter används inte längre till detta.",
      withdrawal: "Ditt samtycke är återkallat, och inget vilar på det längre.",
    },
    account: "Ditt konto är också raderat.",
    kept: "Detta ska bevaras enligt lag, och är spärrat för all annan användning:",
    keptUntil: (records, article, until) =>
      `- ${records} ${records === 1 ? "post" : "poster"}, enligt ${article}, till senast ${until}; sedan raderas det`,
    partly: "Din begäran är delvis beviljad.",
    refused: "Din begäran är avslagen.",
    reason: (reason) => `Skälet är: ${reason}`,
    reasons: {
      "not-identified": "Det gick inte att vara säker på att det är du som frågar.",
      "nothing-stored": "Det finns inget lagrat om dig.",
      "law-keeps": "Lagen kräver att detta bevaras.",
      "legal-claims":
        "Det behövs för att fastställa, göra gällande eller försvara ett rättsligt anspråk.",
      "rights-of-others": "Det skulle kränka andras rättigheter.",
      "still-needed": "Det behövs fortfarande för det som det samlades in för.",
      "overriding-grounds":
        "Det finns tvingande berättigade skäl som väger tyngre än dina intressen.",
      accurate: "Det som är lagrat är riktigt.",
      excessive: "Begäran är uppenbart ogrundad eller orimlig.",
      other: "",
    },
    complain: (authority, site) =>
      `Du kan klaga hos tillsynsmyndigheten, ${authority} (${site}), och du kan gå till domstol.`,
  },
  liftTold: {
    subject: (f) => `Begränsningen av dina uppgifter kommer att hävas: begäran nr ${f.number}`,
    text: (f, at) =>
      `${f.organisation} häver begränsningen av dina uppgifter ${at}. Därefter används de som förut.`,
    past: (records) =>
      records === 1
        ? "För 1 post är tiden ute då, och den raderas när begränsningen hävs. Behöver du den, be om en kopia före dess."
        : `För ${records} poster är tiden ute då, och de raderas när begränsningen hävs. Behöver du dem, be om en kopia före dess.`,
  },
  lifted: {
    subject: (f) => `Begränsningen av dina uppgifter är hävd: begäran nr ${f.number}`,
    text: (f) =>
      `Begränsningen av dina uppgifter hos ${f.organisation} är hävd. De används som förut, och det som har passerat sin tid raderas nu.`,
  },
  seeIt: "Du kan följa din begäran här:",
  fetchIt: "Hämta den här:",
  regards: (organisation) => `Hälsningar\n${organisation}`,
  desk: {
    new: (f) => `Ny begäran nr ${f.number}, ska besvaras senast ${f.due}`,
    days: (f, days) => `${days} dagar kvar: begäran nr ${f.number} ska besvaras senast ${f.due}`,
    overdue: (f) => `FÖRSENAD: begäran nr ${f.number} skulle ha besvarats senast ${f.due}`,
    rectified: (f) =>
      `Uppgifter har rättats efter begäran nr ${f.number}: rätta dem även där ni har en kopia`,
    text: (f, kind) =>
      `Begäran nr ${f.number} till ${f.organisation}: ${kind}. Tidsfristen enligt lag är ${f.due}.`,
    seeIt: "Den finns under Dataskydd:",
  },
};
