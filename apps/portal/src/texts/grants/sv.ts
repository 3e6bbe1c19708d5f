import type { Catalogue } from "@terskel/platform/i18n";
import type { grants as en } from "./en.ts";

export const grants: Catalogue<typeof en> = {
  roles: { user: "Användare", door_administrator: "Dörradministratör", owner: "Ägare" },
  rolesExplained: {
    user: "Öppnar dörren",
    door_administrator: "Öppnar dörren, ger andra behörighet, läser loggen",
    owner: "Som dörradministratör, och utser andra",
  },
  always: "Alltid",
  between: (from, until) =>
    from && until ? `${from} till ${until}` : from ? `Från ${from}` : `Till ${until ?? ""}`,
  ended: "upphört",
  notYet: "inte börjat",
  asTenant: (unit) => `som hyresgäst i ${unit}`,
  via: (what) => `genom ${what}`,
};
