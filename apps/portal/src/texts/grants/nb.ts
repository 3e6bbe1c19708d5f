import type { Catalogue } from "@terskel/platform/i18n";
import type { grants as en } from "./en.ts";

export const grants: Catalogue<typeof en> = {
  roles: { user: "Bruker", door_administrator: "Døradministrator", owner: "Eier" },
  rolesExplained: {
    user: "Åpner døren",
    door_administrator: "Åpner døren, gir andre tilgang, leser loggen",
    owner: "Som døradministrator, og utpeker andre",
  },
  always: "Alltid",
  between: (from, until) =>
    from && until ? `${from} til ${until}` : from ? `Fra ${from}` : `Til ${until ?? ""}`,
  ended: "opphørt",
  notYet: "ikke begynt",
  asTenant: (unit) => `som leietaker i ${unit}`,
  via: (what) => `gjennom ${what}`,
};
