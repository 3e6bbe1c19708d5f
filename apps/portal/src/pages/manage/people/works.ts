/** What one opens a person for: their details, what they may open, or something else that is stored. */
export const works = ["details", "access", "stored"] as const;
export type Work = (typeof works)[number];

/** What a person's page is opened for. */
export function personSearch(search: Record<string, unknown>): { for?: Work } {
  const found = works.find((each) => each === search["for"]);
  return found ? { for: found } : {};
}
