import { endsAtOnce, text } from "../words.ts";

const kinds = {
  access: text("innsyn", "tillgång", "access"),
  rectification: text("retting", "rättelse", "rectification"),
  erasure: text("sletting", "radering", "erasure"),
  restriction: text("begrensning", "begränsning", "restriction"),
  objection: text("protest", "invändning", "objection"),
  portability: text("flytting", "flytt", "portability"),
  withdrawal: text("tilbaketrekking", "återkallelse", "withdrawal"),
};

/** The fields of a wish that its kind does not say already. */
const wishWords = {
  record: text("Hvor det står", "Var det står", "Where it stands"),
  wrong: text("Hva som er feil", "Vad som är fel", "What is wrong"),
  right: text("Hva som er riktig", "Vad som är rätt", "What is right"),
  ground: {
    ...text("Hvorfor", "Varför", "Why"),
    values: {
      "accuracy-contested": text("må kontrolleres", "måste kontrolleras", "has to be checked"),
      unlawful: text("ulovlig bruk", "olaglig användning", "unlawful use"),
      "legal-claims": text("rettskrav", "rättsliga anspråk", "legal claims"),
      "objection-pending": text("protest ikke besvart", "invändning ej besvarad", "objection open"),
    },
  },
  note: text("Noe mer", "Något mer", "Anything else"),
  account: text("Kontoen også", "Kontot också", "The account too"),
};

/** What a person asked for, as the person sees it. */
export const requestWords = {
  title: text("Henvendelser om personvern", "Begäranden om dataskydd", "Data-protection requests"),
  words: {
    number: text("Henvendelse nr.", "Begäran nr", "Request no."),
    forwarded_at: text("Sendt videre", "Skickad vidare", "Passed on"),
    kind: { ...text("Gjelder", "Gäller", "About"), values: kinds },
    made: {
      ...text("Kom inn", "Kom in", "Made"),
      values: {
        "signed-in": text("innlogget", "inloggad", "signed in"),
        address: text("med bekreftet e-post", "med bekräftad e-post", "by verified e-mail"),
        staff: text("ført inn for deg", "inlagd åt dig", "entered for you"),
      },
    },
    identity_check: {
      ...text(
        "Slik ble det sikret at det var deg",
        "Så säkrades att det var du",
        "How it was made sure that it was you",
      ),
      values: {
        session: text("innlogging", "inloggning", "sign-in"),
        "verified-address": text("kode på e-post", "kod via e-post", "code by e-mail"),
        document: text("legitimasjon", "legitimation", "identity document"),
        "known-in-person": text("kjent personlig", "personligen känd", "known in person"),
        "called-back": text("ringt opp igjen", "uppringd", "called back"),
      },
    },
    proof_wanted: text(
      "Mer bevis som ble bedt om",
      "Mer bevis som begärdes",
      "More proof that was asked for",
    ),
    proof_asked_at: text("Bevis bedt om", "Bevis begärt", "Proof asked for"),
    activity: {
      ...text("Protest mot", "Invändning mot", "Objection to"),
      values: endsAtOnce,
    },
    wish: { ...text("Det du skrev", "Det du skrev", "What you wrote"), fields: wishWords },
    received_at: text("Mottatt", "Mottagen", "Received"),
    due_at: text("Svarfrist", "Svar senast", "To be answered by"),
    extended_at: text("Frist forlenget", "Frist förlängd", "Deadline extended"),
    extension_reason: text("Hvorfor lengre frist", "Varför längre frist", "Why it takes longer"),
    state: {
      ...text("Status", "Status", "State"),
      values: {
        received: text("under arbeid", "pågår", "under way"),
        answered: text("besvart", "besvarad", "answered"),
        cancelled: text("trukket", "återtagen", "taken back"),
      },
    },
    decision: {
      ...text("Svar", "Svar", "Answer"),
      values: {
        granted: text("tatt til følge", "beviljad", "granted"),
        partly: text("delvis tatt til følge", "delvis beviljad", "granted in part"),
        refused: text("avslått", "avslagen", "refused"),
      },
    },
    reason_code: {
      ...text("Grunn", "Skäl", "Reason"),
      values: {
        "not-identified": text("ikke sikker identitet", "identiteten inte säker", "not identified"),
        "nothing-stored": text("ingenting lagret", "inget lagrat", "nothing stored"),
        "law-keeps": text("loven krever det", "lagen kräver det", "the law requires it"),
        "legal-claims": text("rettskrav", "rättsliga anspråk", "legal claims"),
        "rights-of-others": text("andres rettigheter", "andras rättigheter", "rights of others"),
        "still-needed": text("trengs fortsatt", "behövs fortfarande", "still needed"),
        "overriding-grounds": text("tvingende grunner", "tvingande skäl", "compelling grounds"),
        accurate: text("opplysningen er riktig", "uppgiften är riktig", "the data is right"),
        excessive: text("overdreven", "orimlig", "excessive"),
        other: text("annet", "annat", "other"),
      },
    },
    reason: text("Begrunnelse", "Motivering", "Grounds"),
    answered_at: text("Besvart", "Besvarad", "Answered"),
    file_until: text("Fil kan hentes til", "Fil kan hämtas till", "File to be fetched until"),
    lifts_at: text("Begrensningen oppheves", "Begränsningen hävs", "Restriction ends"),
    lifted_at: text("Begrensningen opphevet", "Begränsningen hävd", "Restriction ended"),
  },
} as const;
