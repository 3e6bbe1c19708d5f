export const agreement = {
  title: "Agreement",
  of: (name: string) => `Agreement of ${name}`,
  see: "See the agreement",
  seeOf: (name: string) => `See the agreement of ${name}`,
  runs: "Runs, with no end set",
  lastDay: "Last day",
  lastDayHint: "From the day after, nobody uses the service for the organisation any more.",
  months: "The data is deleted",
  monthsAfter: (months: number) =>
    months === 0
      ? "When the agreement ends"
      : months === 1
        ? "1 month after the agreement ends"
        : `${months} months after the agreement ends`,
  dataGoes: "Data is deleted",
  end: "End the agreement",
  change: "Change the end",
  endTitle: "End the agreement?",
  endText: (lastDay: string, goes: string) =>
    `The agreement ends on ${lastDay}. The data is deleted on ${goes}, as the table on the page shows. The organisation's administrators and privacy officers get an e-mail. You can take it back until the agreement has ended.`,
  ending: "The end is set, and the organisation is told.",
  takeBack: "Take the end back",
  takenBack: "The agreement goes on, and the organisation is told.",
  plan: "What goes, and what stays",
  planLead: "As it is now. What comes or goes before then changes the numbers.",
  what: "What",
  rows: "Records",
  when: "When",
  why: "Why",
  deletedOn: (day: string) => `Deleted ${day}`,
  deletedAtEnd: "Deleted at the agreed date",
  keptUntil: (day: string) => `Kept locked away until ${day}`,
  whenLifted: "When a restriction is lifted",
  setUp: "Doors, places and other set-up without personal data",
  open: (count: number) =>
    count === 1
      ? "1 privacy request is not answered. It has to be answered before the data is deleted."
      : `${count} privacy requests are not answered. They have to be answered before the data is deleted.`,
  notice: (lastDay: string, goes: string) =>
    `The organisation's agreement ends on ${lastDay}. What is stored here is deleted on ${goes}.`,
  hasEnded: (lastDay: string, goes: string) =>
    `The organisation's agreement ended on ${lastDay}. What is stored here is deleted on ${goes}. Until then only the privacy desk is open.`,
  ended: "Ended agreements",
  endedLead: "What was deleted when an agreement ended. The reports stay for three years.",
  noEnded: "No agreement has ended",
  noEndedText: "When one ends, its deletion report stands here.",
  endedOn: "Ended",
  goneOn: "Deleted",
  notGone: "Not yet",
  report: "Deletion report",
  reportOf: (name: string) => `Deletion report for ${name}`,
  reportLead: "What was deleted, when and under which rule. Without personal data.",
  deleted: "Deleted",
  nothingDeleted: "Nothing has been deleted yet.",
  left: "Still there",
  nothingLeft: "Nothing is left.",
  nothingStored: "Nothing is stored.",
  back: "Organisations",
};
