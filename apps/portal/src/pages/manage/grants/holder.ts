import type { grants } from "@terskel/access/api/grants";
import type { Item } from "#queries.ts";

type Named = { readonly id: string; readonly name: string };

/** To whom a grant is given. */
export type Holder =
  | { readonly person: Named }
  | { readonly group: Named }
  | { readonly unit: Named };
/** What is given, where it is that and nothing else. */
export type Given = { readonly doorGroup: Named };

export type Grant = Item<typeof grants>;

export const holderName = ({ person, group, unit }: Grant) => (person ?? group ?? unit)?.name ?? "";
/** The door, or the group of doors. */
export const openedName = ({ door, doorGroup }: Grant) => (door ?? doorGroup)?.name ?? "";
export const zoneOf = ({ door, doorGroup }: Grant) =>
  (door ?? doorGroup)?.timeZone ?? "Europe/Oslo";
