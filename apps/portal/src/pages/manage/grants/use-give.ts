import { addGrant, addGrantByContact, grants, groups } from "@terskel/access/api/grants";
import { doorGroups } from "@terskel/access/api/door-groups";
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
      const {
        door,
        doorGroup,
        contact,
        person,
        group,
        unit,
        role,
        validFrom,
        validUntil,
        schedule,
      } = values;
      const given = {
        role,
        ...(validFrom ? { validFrom } : {}),
        ...(validUntil ? { validUntil } : {}),
        ...(schedule ? { schedule } : {}),
      };
      if (contact !== null) {
        const body = { ...given, door: door ?? "", contact: contact.trim() };
        return (await call(addGrantByContact, { params, body })).person.name;
      }
      const to = person ? { person } : unit ? { unit } : group ? { group } : {};
      const what = doorGroup ? { doorGroup } : door ? { door } : {};
      await call(addGrant, { params, body: { ...given, ...what, ...to } });
      return undefined;
    },
    onSuccess: () =>
      Promise.all(
        [grants, groups, doorGroups, myDoors, schedules].map(({ id }) =>
          client.invalidateQueries({ queryKey: [id] }),
        ),
      ),
  });
}
