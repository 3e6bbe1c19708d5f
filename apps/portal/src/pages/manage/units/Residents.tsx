import { ActionIcon } from "@mantine/core";
import { groupMembers, groups } from "@terskel/access/api/grants";
import { oneUnit, removeResident, units } from "@terskel/access/api/units";
import { IconX } from "@tabler/icons-react";
import { useTexts } from "#language/context.ts";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { useSend } from "#queries.ts";
import type { Unit } from "./Units.tsx";
import { PersonLink } from "../people/PersonLink.tsx";
import styles from "./Residents.module.css";

type Props = { organisation: string; unit: Unit };

/** Who lives in a unit; each can be followed, or moved out. */
export function Residents({ organisation, unit }: Props) {
  const { units: texts } = useTexts().people;
  const confirm = useConfirm();
  const tell = useTell();
  const remove = useSend(removeResident, { refresh: [units, oneUnit, groups, groupMembers] });
  if (unit.residents.length === 0) return <span className={styles.nobody}>{texts.nobody}</span>;

  const askToRemove = (resident: { id: string; name: string }) =>
    confirm({
      title: texts.removeResident(resident.name, unit.name),
      text: texts.removeResidentText,
      confirm: texts.removeResidentConfirm,
      onConfirm: () =>
        remove.mutate(
          { params: { organisation, unit: unit.id, person: resident.id } },
          { onSuccess: () => tell.done(), onError: tell.failed },
        ),
    });

  return (
    <ul className={styles.residents}>
      {unit.residents.map((resident) => (
        <li key={resident.id}>
          <PersonLink organisation={organisation} person={resident} />
          <ActionIcon
            variant="subtle"
            size="sm"
            color="gray"
            aria-label={texts.removeResident(resident.name, unit.name)}
            onClick={() => askToRemove(resident)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
