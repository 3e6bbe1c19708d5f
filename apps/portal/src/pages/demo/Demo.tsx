import { Stack } from "@mantine/core";
import { signInOptions } from "@terskel/identity/api/sign-in";
import { IconFlask } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { read } from "#queries.ts";
import { Outbox } from "./Outbox.tsx";
import { TestPersons } from "./TestPersons.tsx";
import styles from "./Demo.module.css";

/** Only in the demo: whom one can be, and what has been sent. */
export function Demo() {
  const { demo } = useTexts();
  const options = useQuery({ ...read(signInOptions, {}), staleTime: Infinity });
  if (options.error) {
    return <ErrorNote error={options.error} retry={() => void options.refetch()} />;
  }
  if (!options.data) return null;
  return (
    <div className={styles.page}>
      {options.data.demo ? (
        <Page title={demo.title} lead={demo.lead}>
          <Stack gap="xl">
            <TestPersons />
            <Outbox />
          </Stack>
        </Page>
      ) : (
        <Page title={demo.noDemo}>
          <EmptyNote icon={IconFlask} title={demo.noDemo}>
            {demo.noDemoText}
          </EmptyNote>
        </Page>
      )}
    </div>
  );
}
