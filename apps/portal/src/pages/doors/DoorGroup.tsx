import { Title } from "@mantine/core";
import { useId } from "react";
import type { MyDoor } from "#doors.ts";
import { DoorButton } from "./DoorButton.tsx";
import styles from "./Doors.module.css";

type Props = {
  organisation: { id: string; name: string };
  site: string;
  /** Named too when the person has doors in several organisations. */
  showOrganisation: boolean;
  doors: readonly MyDoor[];
  say: (text: string) => void;
};

export function DoorGroup({ organisation, site, showOrganisation, doors, say }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} className={styles.site}>
        {site}
        {showOrganisation && <span className={styles.organisation}>{organisation.name}</span>}
      </Title>
      <ul className={styles.doors}>
        {doors.map((door) => (
          <li key={door.id}>
            <DoorButton organisation={organisation.id} door={door} say={say} />
          </li>
        ))}
      </ul>
    </section>
  );
}
