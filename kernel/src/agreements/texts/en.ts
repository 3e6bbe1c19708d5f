/** What an organisation's administrators and privacy officers are told of its agreement, by e-mail. */
export const en = {
  hello: (name: string) => (name === "" ? "Hello," : `Hello ${name},`),
  ends: {
    subject: (of: string, ends: string) => `The agreement of ${of} ends ${ends}`,
    text: (
      of: string,
      ends: string,
      goes: string,
    ) => `${ends} is the last day of the agreement of ${of}. From the day after, nobody uses the service for the organisation any more, and its doors open for nobody through it.

What is stored for the organisation is deleted on ${goes}. Accounts that belong to ${of} only are deleted with it. What a law requires to be kept is locked away and deleted when its time is up.

Until ${goes} the privacy desk stays open: answer requests that are not answered yet, and place a hold on what a claim or a case needs.`,
    see: "What will go, and when:",
  },
  goesOn: {
    subject: (of: string) => `The agreement of ${of} goes on`,
    text: (of: string) =>
      `The end of the agreement of ${of} was taken back before it came. Nothing was deleted, and everything works as before.`,
  },
  goes: {
    subject: (of: string) => `What is stored for ${of} is being deleted now`,
    text: (of: string, ended: string) =>
      `The agreement of ${of} ended ${ended}, and the agreed time is over. This is what goes, within a day:`,
    line: (what: string, rows: number) => `- ${what}: ${rows}`,
    setUp: "Doors, places and other set-up without personal data",
    kept: "This stays, locked away, and is deleted when its time is up:",
    keptLine: (what: string, rows: number, why: string, until: string) =>
      `- ${what}: ${rows} (${why}, until ${until})`,
    restrictedLine: (what: string, rows: number) =>
      `- ${what}: ${rows} (kept until a restriction is lifted)`,
    hold: "legal hold",
    report:
      "The operator has a report of what was deleted, when and under which rule. It holds no personal data, and it is kept for three years.",
  },
};

export type Texts = typeof en;
