import { Select } from "@mantine/core";
import type { SelectProps } from "@mantine/core";
import { grants } from "@terskel/access/api/grants";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import { all } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import type { Passage } from "./use-door-log.ts";

type Props = {
  value: string | undefined;
  onChange: (person: string | undefined) => void;
  passages: readonly Passage[];
};

/** Narrows the log to one person: any of the organisation's for who runs it, else one known at one's doors. */
export function PersonFilter({ value, onChange, passages }: Props) {
  const { giving } = useTexts();
  const { id: organisation, scope } = useOrganisation();
  const seen = new Map(
    passages.flatMap(({ person }) => (person ? [[person.id, person.name]] : [])),
  );
  const props = {
    value: value ?? null,
    onChange: (person: string | null) => onChange(person ?? undefined),
    placeholder: giving.log.everyone,
    clearable: true,
    clearButtonProps: { "aria-label": giving.clear },
  };
  // Who is in the address already may be on no page of the list.
  const chosen = value ? { value, label: seen.get(value) ?? giving.log.onePerson } : undefined;
  return scope === "organisation" ? (
    <PersonPicker organisation={organisation} known={chosen} {...props} />
  ) : (
    <KnownPerson organisation={organisation} seen={seen} chosen={chosen} {...props} />
  );
}

type KnownProps = {
  organisation: string;
  seen: ReadonlyMap<string, string>;
  chosen: { value: string; label: string } | undefined;
  value: string | null;
  onChange: (person: string | null) => void;
} & Pick<SelectProps, "placeholder" | "clearable" | "clearButtonProps">;

/** A door's administrator does not see the organisation's people; only who has access, or has passed. */
function KnownPerson({ organisation, seen, chosen, ...props }: KnownProps) {
  const { people } = useTexts();
  const query = useQuery(all(grants, { params: { organisation } }));
  const known = new Map(chosen ? [[chosen.value, chosen.label]] : []);
  for (const { person } of query.data ?? []) if (person) known.set(person.id, person.name);
  for (const [id, name] of seen) known.set(id, name);
  const data = [...known].map(([value, label]) => ({ value, label }));
  return (
    <Select
      label={people.person}
      searchable
      data={data.toSorted((a, b) => a.label.localeCompare(b.label))}
      nothingFoundMessage={people.nobodyFound}
      {...props}
    />
  );
}
