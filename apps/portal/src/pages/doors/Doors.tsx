import { Button, Skeleton, TextInput, VisuallyHidden } from "@mantine/core";
import { IconDoor, IconPassword, IconQrcode, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMyDoors } from "#doors.ts";
import { useKeypads } from "#keypads.ts";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { DoorGroup } from "./DoorGroup.tsx";
import styles from "./Doors.module.css";
import { groupsOf } from "./groups.ts";
import { LiveDoors } from "./LiveDoors.tsx";

const searchFrom = 9;

/** The front page: every door the person may open, a thumb away. */
export function Doors() {
  const { doors: texts, keypads, pass, shell } = useTexts();
  const { byOrganisation: withKeypad } = useKeypads();
  const { pending, error, retry, byOrganisation } = useMyDoors();
  const [said, say] = useState("");
  const [search, setSearch] = useState("");
  const withDoors = byOrganisation.filter(({ doors }) => doors.length > 0);
  const count = withDoors.reduce((sum, { doors }) => sum + doors.length, 0);
  const groups = groupsOf(withDoors, search);

  return (
    <Page title={texts.title}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <LiveDoors />
      {count >= searchFrom && (
        <TextInput
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {error && <ErrorNote error={error} retry={retry} />}
      {groups.map((group) => (
        <DoorGroup {...group} key={group.key} showOrganisation={withDoors.length > 1} say={say} />
      ))}
      {count > 0 && (
        // After the doors: the first thing that a keyboard reaches is to open one.
        <div data-on-screen className={styles.ways}>
          <Button
            component={Link}
            to="/pass"
            variant="light"
            leftSection={<IconQrcode size={18} aria-hidden />}
          >
            {pass.title}
          </Button>
          {withKeypad.length > 0 && (
            <Button
              component={Link}
              to="/codes"
              variant="light"
              leftSection={<IconPassword size={18} aria-hidden />}
            >
              {keypads.codes.title}
            </Button>
          )}
        </div>
      )}
      {pending && count === 0 && (
        <div className={styles.doors} role="status" aria-label={shell.loading}>
          {[1, 2, 3].map((each) => (
            <Skeleton key={each} height={92} radius={20} />
          ))}
        </div>
      )}
      {count > 0 && groups.length === 0 && <p>{texts.noMatch}</p>}
      {!pending && !error && count === 0 && (
        <EmptyNote icon={IconDoor} title={texts.empty}>
          {texts.emptyText}
        </EmptyNote>
      )}
    </Page>
  );
}
