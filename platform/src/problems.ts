import type { Language, Text } from "./i18n.ts";

/** One kind of problem: its HTTP status and its public text. Texts never say what they hide. */
export type ProblemKind = { readonly status: number; readonly title: Text };

/** A field of the request that is wrong, by JSON pointer-like path (`body.email`). */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
};

/**
 * What a rule throws when a request cannot be done. `code` and the text are public; `reason` is
 * for the operator's log only.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemKind;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    kind: ProblemKind,
    more: {
      reason?: string;
      errors?: readonly FieldError[];
      extra?: Record<string, string | number>;
      cause?: unknown;
    } = {},
  ) {
    super(more.reason ?? code, { cause: more.cause });
    this.code = code;
    this.kind = kind;
    this.errors = more.errors ?? [];
    this.extra = more.extra ?? {};
  }
}

type More = ConstructorParameters<typeof Problem>[2];

/**
 * A module's table of problems. `problem("no-such-door")` makes one; an unknown code does not
 * compile.
 */
export function defineProblems<const T extends Record<string, ProblemKind>>(kinds: T) {
  return {
    kinds,
    problem: (code: keyof T & string, more?: More) =>
      new Problem(code, kinds[code] as ProblemKind, more),
  };
}

/** RFC 9457 problem details, as sent. */
export function problemDetails(problem: Problem, language: Language, instance?: string) {
  return {
    type: `/problems/${problem.code}`,
    title: problem.kind.title[language],
    status: problem.kind.status,
    code: problem.code,
    detail: problem.kind.title[language],
    ...(instance ? { instance } : {}),
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    ...problem.extra,
  };
}

/** The problems any route can answer with. */
export const { kinds: commonProblems, problem } = defineProblems({
  "malformed-request": {
    status: 400,
    title: {
      nb: "Forespørselen kan ikke leses. Kontroller feltene som er nevnt.",
      sv: "Begäran går inte att läsa. Kontrollera fälten som nämns.",
      en: "The request cannot be read. Check the fields that are named.",
    },
  },
  "not-signed-in": {
    status: 401,
    title: {
      nb: "Du må logge inn først.",
      sv: "Du måste logga in först.",
      en: "You need to sign in first.",
    },
  },
  "not-allowed": {
    status: 403,
    title: {
      nb: "Du har ikke tilgang til dette.",
      sv: "Du har inte behörighet till detta.",
      en: "You do not have access to this.",
    },
  },
  "not-signed": {
    status: 403,
    title: {
      nb: "Du må signere taushetserklæringen før du får se noe her. Den står under Operatør.",
      sv: "Du måste underteckna sekretessförbindelsen innan du får se något här. Den finns under Operatör.",
      en: "You have to sign the confidentiality declaration before you see anything here. It is under Operator.",
    },
  },
  "cross-site-request": {
    status: 403,
    title: {
      nb: "Forespørselen kom fra et annet nettsted og er stoppet.",
      sv: "Begäran kom från en annan webbplats och har stoppats.",
      en: "The request came from another site and was stopped.",
    },
  },
  "not-found": {
    status: 404,
    title: {
      nb: "Dette finnes ikke, eller du har ikke tilgang til det.",
      sv: "Detta finns inte, eller så saknar du behörighet.",
      en: "This does not exist, or you do not have access to it.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: {
      nb: "Dette kan ikke gjøres her.",
      sv: "Det går inte att göra här.",
      en: "That cannot be done here.",
    },
  },
  "request-timeout": {
    status: 408,
    title: {
      nb: "Forespørselen kom ikke frem i tide. Prøv igjen.",
      sv: "Begäran kom inte fram i tid. Försök igen.",
      en: "The request did not arrive in time. Try again.",
    },
  },
  conflict: {
    status: 409,
    title: {
      nb: "Dette finnes allerede.",
      sv: "Detta finns redan.",
      en: "This exists already.",
    },
  },
  "too-large": {
    status: 413,
    title: {
      nb: "Det du sendte er for stort.",
      sv: "Det du skickade är för stort.",
      en: "What you sent is too large.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: {
      nb: "Innholdet må være JSON.",
      sv: "Innehållet måste vara JSON.",
      en: "The content has to be JSON.",
    },
  },
  "national-identity-number": {
    status: 422,
    title: {
      nb: "Dette ligner et fødselsnummer eller personnummer. Slike numre lagres aldri her; ta det bort.",
      sv: "Detta liknar ett personnummer. Personnummer sparas aldrig här; ta bort det.",
      en: "This looks like a national identity number. They are never stored here; take it out.",
    },
  },
  "payment-card-number": {
    status: 422,
    title: {
      nb: "Dette ligner nummeret på et betalingskort. Slike numre lagres aldri her; ta det bort.",
      sv: "Detta liknar numret på ett betalkort. Sådana nummer sparas aldrig här; ta bort det.",
      en: "This looks like the number of a payment card. They are never stored here; take it out.",
    },
  },
  "too-many-requests": {
    status: 429,
    title: {
      nb: "For mange forsøk. Vent litt før du prøver igjen.",
      sv: "För många försök. Vänta en stund innan du försöker igen.",
      en: "Too many attempts. Wait a little before you try again.",
    },
  },
  "headers-too-large": {
    status: 431,
    title: {
      nb: "Adressen eller HTTP-hodene i forespørselen er for lange.",
      sv: "Adressen eller HTTP-huvudena i begäran är för långa.",
      en: "The address or the headers of the request are too long.",
    },
  },
  "internal-error": {
    status: 500,
    title: {
      nb: "Noe gikk galt hos oss. Feilen er registrert; prøv igjen om litt.",
      sv: "Något gick fel hos oss. Felet är registrerat; försök igen om en stund.",
      en: "Something went wrong on our side. It has been recorded; try again in a while.",
    },
  },
  unavailable: {
    status: 503,
    title: {
      nb: "Tjenesten er ikke tilgjengelig akkurat nå. Prøv igjen om litt.",
      sv: "Tjänsten är inte tillgänglig just nu. Försök igen om en stund.",
      en: "The service is not available right now. Try again in a while.",
    },
  },
});
