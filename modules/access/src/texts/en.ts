type Names = { door: string; site: string; organisation: string; inviter: string };
type Lost = { since: string; opened: number; refused: number };
type Letter = Names & { link: string; expires: string };

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
