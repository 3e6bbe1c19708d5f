import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { all } from "#queries.ts";

/** By which clock days are meant: that of the door, else of the first one. Undefined until it is known. */
export function useLogZone(organisation: string, door: string | undefined): string | undefined {
  const query = useQuery(all(doors, { params: { organisation } }));
  const found = query.data?.find(({ id }) => id === door) ?? query.data?.[0];
  if (found) return found.site.timeZone;
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return query.data || query.error ? own : undefined;
}
