import { SegmentedControl, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { doorGroups } from "@terskel/access/api/door-groups";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { field } from "#parts/field.ts";
import { DoorPicker } from "#parts/pickers/DoorPicker.tsx";
import { all } from "#queries.ts";
import type { GrantValues } from "./GrantModal.tsx";
import { useGivableRoles } from "./use-givable-roles.ts";

type Props = { organisation: string; form: UseFormReturnType<GrantValues> };

/** To what: a door, or a group of doors where there is one to give. */
export function OpenedFields({ organisation, form }: Props) {
  const { giving } = useTexts();
  const givable = useGivableRoles();
  const [kind, setKind] = useState<"door" | "doorGroup">("door");
  const groups = useQuery(all(doorGroups, { params: { organisation } })).data ?? [];
  // Whoever is found by an address is given one door.
  const choosable = groups.length > 0 && form.values.contact === null;
  const choose = (door: string | null, doorGroup: string | null) =>
    form.setValues({
      door,
      doorGroup,
      ...(givable(door).includes(form.values.role) ? {} : { role: "user" }),
    });
  return (
    <>
      {choosable && (
        <SegmentedControl
          aria-label={giving.whatKind}
          value={kind}
          data={[
            { value: "door", label: giving.aDoor },
            { value: "doorGroup", label: giving.aDoorGroup },
          ]}
          onChange={(chosen) => {
            setKind(chosen);
            choose(null, null);
          }}
        />
      )}
      {choosable && kind === "doorGroup" ? (
        <Select
          label={giving.doorGroup}
          placeholder={giving.chooseDoorGroup}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.values.doorGroup}
          onChange={(chosen) => choose(null, chosen)}
          error={form.errors["door"]}
        />
      ) : (
        <DoorPicker
          organisation={organisation}
          {...field(form, "door")}
          onChange={(chosen) => choose(chosen, null)}
        />
      )}
    </>
  );
}
