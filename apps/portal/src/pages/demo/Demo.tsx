import { Stack } from "@mantine/core";
import { signInOptions } from "@terskel/identity/api/sign-in";
import { IconFlask } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { read } from "#queries.ts";
import { Outbox } from "./Outbox.tsx";
import { TestPersons } from "./TestPersons.tsx";
import styles from "./Demo.module.css";

/** Only in the demo: whom one can be, and what has been sent. */
export function Demo() {
  const { demo } = useTexts();
  const options = useQuery({ ...read(signInOptions, {}), staleTime: Infinity });
  if (!options.data) {
    const retry = () => void options.refetch();
    return <PageWait title={demo.title} error={options.error} retry={retry} />;
  }
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
