export const usage = {
  title: "Use of the doors",
  about: "How much each door is used, of nobody in particular",
  lead: "How often the doors are opened, week by week, in figures that lead back to nobody.",
  period: "Period",
  periods: { quarter: "13 weeks", year: "A year" },
  byWeek: "Week by week",
  byDoor: "Door by door",
  week: "Week",
  weekOf: (number: number, monday: string) => `Week ${number}, from ${monday}`,
  openings: "Openings",
  door: "Door",
  site: "Site",
  others: "Other doors, together",
  weeks: "Weeks with a figure",
  weeksOf: (shown: string, counted: string) => `${shown} of ${counted}`,
  tooFew: "Too few people",
  notCounted: "Not counted",
  empty: "Nothing to show yet",
  emptyText:
    "A week is counted on the Wednesday after it. The doors' log has to be kept for ten days at least, or the whole week is not there any more.",
  tooFewText:
    "The weeks have been counted, and in none of them did five people or more use the same doors.",
  how: "What the figures are",
  howText:
    "A figure stands for at least five people, none of whom made more than half of the openings. Doors with fewer stand together, or are left out. Figures are rounded to the nearest five, and sums are of what is shown. Only openings by somebody known count. A week is counted once and does not change. Whoever does not want to be counted says no under My data and rights.",
};
