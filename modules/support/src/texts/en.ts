type Case = { number: number; organisation: string };
type Letter = Case & { link: string };

/** What support sends by mail: that there is something to read, and nothing of what it says. */
export const en = {
  answered: {
    subject: ({ number, organisation }: Case) => `Answer in case ${number} at ${organisation}`,
    text: ({ number, organisation, link }: Letter) =>
      `Hello,

There is an answer for you in support case ${number} at ${organisation}. Sign in to read it, and to write back:
${link}

What is written in the case does not stand in this e-mail, so that nobody but you reads it.
`,
  },
  opened: {
    subject: ({ number, organisation }: Case) => `Your support case ${number} at ${organisation}`,
    text: ({ number, organisation, link }: Letter) =>
      `Hello,

What you told ${organisation} has been written down as support case ${number}. Sign in to read it, and to write more:
${link}

What is written in the case does not stand in this e-mail, so that nobody but you reads it.
`,
  },
  asked: {
    subject: ({ number, organisation }: Case) => `Case ${number} at ${organisation} waits for you`,
    text: ({ number, organisation, link }: Letter) =>
      `Hello,

Somebody has written in support case ${number} at ${organisation}, and waits for an answer:
${link}
`,
  },
};
