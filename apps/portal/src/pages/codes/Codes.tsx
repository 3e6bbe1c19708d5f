import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { IconPassword } from "@tabler/icons-react";
import { useState } from "react";
import { useKeypads } from "#keypads.ts";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Page } from "#parts/Page.tsx";
import { CodeList } from "./CodeList.tsx";
import { CodeModal, type Given } from "./CodeModal.tsx";
import { GivenModal } from "./GivenModal.tsx";

/** The codes that the person has given somebody, and another at a tap. */
export function Codes() {
  const { codes: texts } = useTexts().keypads;
  const { pending, error, retry, byOrganisation } = useKeypads();
  const [chosen, choose] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<Given>();
  const here =
    byOrganisation.find(({ membership }) => membership.organisation.id === chosen) ??
    byOrganisation.at(0);
  const organisation = here?.membership.organisation.id;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={here && <Button onClick={() => setAdding(true)}>{texts.add}</Button>}
    >
      {byOrganisation.length > 1 && (
        <NativeSelect
          label={texts.organisation}
          value={organisation ?? ""}
          data={byOrganisation.map(({ membership }) => ({
            value: membership.organisation.id,
            label: membership.organisation.name,
          }))}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
      )}
      {error && <ErrorNote error={error} retry={retry} />}
      {pending && !here && <Skeleton height={92} radius={20} />}
      {organisation && <CodeList key={organisation} organisation={organisation} />}
      {!pending && !error && !here && <EmptyNote icon={IconPassword}>{texts.nowhere}</EmptyNote>}
      {adding && here && (
        <CodeModal
          organisation={here.membership.organisation.id}
          doors={here.doors}
          onClose={() => setAdding(false)}
          onGiven={setGiven}
        />
      )}
      {given && <GivenModal given={given} onClose={() => setGiven(undefined)} />}
    </Page>
  );
}
