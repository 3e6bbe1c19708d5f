type Foot = { operator: string; source: string; link: string; notice: string };

/** What customers sends by mail, beside what staff write. */
export const en = {
  sources: {
    customer: "your company",
    activity: "contact with you",
    register: "a public register",
    "bought-list": "a bought list",
  },
  answer: (link: string) => `Answer here, without signing in:\n${link}`,
  foot: ({ operator, source, link, notice }: Foot) =>
    `You get this from ${operator} as a contact person at a company. We have your address from ${source}.

No more of this, in one step and without signing in:
${link}

What your data is used for, and your rights:
${notice}`,
};
