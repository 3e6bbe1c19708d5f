import { addGrant, addGrantByContact, grants, groups } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { schedules } from "@terskel/access/api/schedules";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api.ts";
import type { GrantValues } from "./GrantModal.tsx";

/** Gives access, to whom was chosen or to whom has the address; tells the name of one who was found. */
export function useGive(organisation: string) {
  const client = useQueryClient();
  const params = { organisation };
  return useMutation({
    mutationFn: async (values: GrantValues): Promise<string | undefined> => {
      const { door, contact, person, group, role, validFrom, validUntil, schedule } = values;
      const given = {
        door: door ?? "",
        role,
        ...(validFrom ? { validFrom } : {}),
        ...(validUntil ? { validUntil } : {}),
        ...(schedule ? { schedule } : {}),
      };
      if (contact !== null) {
        const body = { ...given, contact: contact.trim() };
        return (await call(addGrantByContact, { params, body })).person.name;
      }
      const to = { ...(person ? { person } : {}), ...(group ? { group } : {}) };
      await call(addGrant, { params, body: { ...given, ...to } });
      return undefined;
    },
    onSuccess: () =>
      Promise.all(
        [grants, groups, myDoors, schedules].map(({ id }) =>
          client.invalidateQueries({ queryKey: [id] }),
        ),
      ),
  });
}
