/** Of one door; all of them when absent. */
export const grantSearch = (search: Record<string, unknown>): { door?: string } =>
  typeof search["door"] === "string" ? { door: search["door"] } : {};
