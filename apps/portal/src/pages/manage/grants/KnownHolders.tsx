import { Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { grants } from "@terskel/access/api/grants";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { all } from "#queries.ts";
import type { GrantValues } from "./GrantModal.tsx";

type Props = { organisation: string; form: UseFormReturnType<GrantValues> };

/** A door's administrator does not see the organisation's people; only who has access to their doors. */
export function KnownHolders({ organisation, form }: Props) {
  const { giving, people } = useTexts();
  const query = useQuery(all(grants, { params: { organisation } }));
  const known = new Map<string, string>();
  for (const { person, group } of query.data ?? []) {
    if (person) known.set(`person/${person.id}`, person.name);
    if (group) known.set(`group/${group.id}`, group.name);
  }
  const { person, group } = form.values;
  return (
    <Select
      label={giving.holder}
      placeholder={people.choosePerson}
      description={giving.knownOnly}
      searchable
      data={[...known].map(([value, label]) => ({ value, label }))}
      value={person ? `person/${person}` : group ? `group/${group}` : null}
      error={form.errors["person"]}
      onChange={(chosen) => {
        const [kind, id = null] = chosen?.split("/") ?? [];
        form.setValues({
          person: kind === "person" ? id : null,
          group: kind === "group" ? id : null,
        });
      }}
    />
  );
}
