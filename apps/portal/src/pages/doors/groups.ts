import type { DoorsOf, MyDoor } from "#doors.ts";

export type Group = {
  readonly key: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly site: string;
  readonly doors: readonly MyDoor[];
};

/** The doors by organisation and site, those whose name or site holds `search`; empty groups left out. */
export function groupsOf(byOrganisation: readonly DoorsOf[], search: string): Group[] {
  const wanted = search.trim().toLocaleLowerCase();
  return byOrganisation.flatMap(({ membership: { organisation }, doors }) => {
    const found = doors.filter(({ name, site }) =>
      `${name} ${site.name}`.toLocaleLowerCase().includes(wanted),
    );
    return [...Map.groupBy(found, ({ site }) => site.id)].map(([site, here]) => ({
      key: `${organisation.id}/${site}`,
      organisation,
      site: here[0]?.site.name ?? "",
      doors: here,
    }));
  });
}
