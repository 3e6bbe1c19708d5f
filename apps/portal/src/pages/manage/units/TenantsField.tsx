import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTexts } from "#language/context.ts";
import { PersonPicker } from "#parts/pickers/PersonPicker.tsx";
import styles from "./Residents.module.css";

type Person = { readonly id: string; readonly name: string };
type Props = {
  organisation: string;
  value: readonly Person[];
  onChange: (tenants: Person[]) => void;
  error?: ReactNode;
};

/** Those who rent together: chosen one by one. */
export function TenantsField({ organisation, value, onChange, error }: Props) {
  const { leases: texts } = useTexts();
  const add = (person: string | null, name: string | undefined) => {
    if (person && name && !value.some(({ id }) => id === person))
      onChange([...value, { id: person, name }]);
  };
  return (
    <div>
      <PersonPicker
        organisation={organisation}
        label={texts.tenants}
        description={texts.tenantHint}
        autoFocus
        value={null}
        onChange={add}
        error={error}
      />
      {value.length > 0 && (
        <ul className={styles.residents} aria-label={texts.tenants}>
          {value.map((person) => (
            <li key={person.id}>
              {person.name}
              <ActionIcon
                variant="subtle"
                size="sm"
                color="gray"
                aria-label={texts.takeOut(person.name)}
                onClick={() => onChange(value.filter(({ id }) => id !== person.id))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
