import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { all } from "#queries.ts";

/** The zone of the site a door is at; undefined before there is a door. */
export function useDoorZone(organisation: string, door: string | null): string | undefined {
  const query = useQuery(all(doors, { params: { organisation } }));
  return query.data?.find(({ id }) => id === door)?.site.timeZone;
}
