import { Button } from "@mantine/core";
import { record, recordLinked, recordPdf } from "@terskel/kernel/api/record";
import { useQuery } from "@tanstack/react-query";
import { callFile } from "#api.ts";
import { useSpeech } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useSaveFile } from "#pages/privacy/use-save-file.ts";
import { read } from "#queries.ts";
import { useOrganisation } from "#pages/manage/use-organisation.ts";
import { DeskSections } from "../DeskSections.tsx";
import { Closing } from "./Closing.tsx";
import { Entry } from "./Entry.tsx";
import styles from "./Record.module.css";

/** The organisation's record of processing, as controller and, for the operator, as processor. */
export function ProcessingRecord() {
  const { language, texts } = useSpeech();
  const { record: words } = texts;
  const { id: organisation } = useOrganisation();
  const params = { organisation };
  const query = useQuery(read(record, { params }));
  const pdf = useSaveFile(
    recordPdf,
    async () => await callFile(recordPdf, { params, query: { language } }),
    words.saved,
  );
  const linked = useSaveFile(
    recordLinked,
    async () => await callFile(recordLinked, { params }),
    words.saved,
  );
  const back = <DeskSections />;
  if (!query.data) {
    const { error, refetch } = query;
    return <PageWait title={words.title} back={back} error={error} retry={() => void refetch()} />;
  }
  const { controller, processor } = query.data;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      back={back}
      actions={
        <>
          <Button loading={pdf.isPending} onClick={() => pdf.mutate(undefined)}>
            {words.pdf}
          </Button>
          <Button
            variant="default"
            loading={linked.isPending}
            onClick={() => linked.mutate(undefined)}
          >
            {words.linked}
          </Button>
        </>
      }
    >
      <Panel title={words.asController} lead={words.asControllerLead}>
        <p className={styles.text}>
          {[controller.name.name, controller.name.number, ...(controller.name.contact ?? [])].join(
            ", ",
          )}
        </p>
        <ul className={styles.list}>
          {controller.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      </Panel>
      {processor && (
        <Panel title={words.asProcessor} lead={words.asProcessorLead}>
          <p className={styles.text}>{processor.instruction[language]}</p>
          {processor.groups.map(({ kind, controllers, entries }) => (
            <section key={kind}>
              <h3 className={styles.purpose}>
                {words.onBehalf}: {controllers.map(({ name }) => name).join(", ")}
              </h3>
              <ul className={styles.list}>
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      )}
      <Closing transfers={controller.transfers} measures={controller.measures} />
    </Page>
  );
}
