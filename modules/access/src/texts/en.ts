type Names = { door: string; site: string; organisation: string; inviter: string };
type Lost = { since: string; opened: number; refused: number };
type Letter = Names & { link: string; expires: string };

type Alarm = { kind: string; door: string };
type AlarmLetter = Alarm & {
  site: string;
  organisation: string;
  began: string;
  link: string;
  overview: string;
};

/** What access sends by mail. */
export const en = {
  invitation: {
    subject: ({ organisation }: Names) => `You are invited to a door at ${organisation}`,
    text: ({ door, site, organisation, inviter, link, expires }: Letter) =>
      `Hello,

${inviter} at ${organisation} gives you access to the door "${door}" at ${site}.

Accept the invitation here:
${link}

The link works once, until ${expires}.

${organisation} has your e-mail address from ${inviter}. It is used for this invitation only, and deleted when you accept it or when it expires. If you do not expect this, you need not do anything.
`,
  },
  alarm: {
    kinds: {
      forced: "Forced open",
      held: "Open too long",
      "pin-guessed": "Somebody is guessing PINs",
      duress: "Duress: somebody is forced to open",
    },
    subject: ({ kind, door }: Alarm) => `${kind}: ${door}`,
    text: ({ kind, door, site, organisation, began, link, overview }: AlarmLetter) =>
      `${kind}: ${door}, ${site}, ${organisation}
${began}

See how the door is, and say that you see to it:
${link}

Until somebody does, you get no more letters about the same at this door for a day. You get this one because you asked for it; you turn them off here:
${overview}
`,
  },
  /** The columns of a log handed on as a file, beside those that have words already. */
  file: {
    at: "Time",
    offset: "Offset from UTC",
    site: "Site",
    person: "Person",
    lost: "Not kept",
    notKept: ({ since, opened, refused }: Lost) =>
      `Since ${since}: opened ${opened}, refused ${refused}`,
  },
};
