import { NativeSelect } from "@mantine/core";
import { IconQrcode } from "@tabler/icons-react";
import { useState } from "react";
import { useMyDoors } from "#doors.ts";
import { useTexts } from "#language/context.ts";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { Page } from "#parts/Page.tsx";
import { OnePass } from "./OnePass.tsx";

/** The person's phone pass: a code that the reader at the door reads from the screen. */
export function Pass() {
  const { pass: texts } = useTexts();
  const { byOrganisation } = useMyDoors();
  const [chosen, choose] = useState<string>();
  // First where there are doors: who works for the operator wants in at home.
  const sorted = byOrganisation.toSorted(
    (a, b) => Math.sign(b.doors.length) - Math.sign(a.doors.length),
  );
  const here =
    sorted.find(({ membership }) => membership.organisation.id === chosen) ?? sorted.at(0);
  return (
    <Page title={texts.title} lead={texts.lead}>
      {sorted.length > 1 && here && (
        <NativeSelect
          label={texts.organisation}
          value={here.membership.organisation.id}
          data={sorted.map(({ membership: { organisation } }) => ({
            value: organisation.id,
            label: organisation.name,
          }))}
          onChange={({ currentTarget: { value } }) => choose(value)}
        />
      )}
      {here ? (
        <OnePass
          key={here.membership.organisation.id}
          organisation={here.membership.organisation}
          doors={here.doors}
        />
      ) : (
        <EmptyNote icon={IconQrcode}>{texts.nowhere}</EmptyNote>
      )}
    </Page>
  );
}
