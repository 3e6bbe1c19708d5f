type Invitation = {
  readonly from: string;
  readonly until: string;
  readonly email: string;
  readonly page: string;
};

/** In the language of the organisation's country. */
export const letters = {
  nb: {
    invitation: (organisation: string, { from, until, email, page }: Invitation) => ({
      subject: `${organisation} lar deg se opplysninger i en avgrenset tid`,
      text: `${organisation} lar deg se opplysninger som du trenger for et oppdrag, fra ${from} til og med ${until}.

Logg inn med e-postadressen ${email} og signer taushetserklæringen:
${page}

Du kan bare lese. Hver gang du ser opplysninger om en person, blir det ført opp, og personen kan se det.
`,
    }),
  },
  sv: {
    invitation: (organisation: string, { from, until, email, page }: Invitation) => ({
      subject: `${organisation} låter dig se uppgifter under en begränsad tid`,
      text: `${organisation} låter dig se uppgifter som du behöver för ett uppdrag, från ${from} till och med ${until}.

Logga in med e-postadressen ${email} och underteckna sekretessförbindelsen:
${page}

Du kan bara läsa. Varje gång du ser uppgifter om en person antecknas det, och personen kan se det.
`,
    }),
  },
};
