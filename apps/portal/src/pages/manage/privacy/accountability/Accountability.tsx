import { useTexts } from "#language/context.ts";
import { useOrganisation } from "#pages/manage/use-organisation.ts";
import { Page } from "#parts/Page.tsx";
import { DeskSections } from "../DeskSections.tsx";
import { Assessments } from "./Assessments.tsx";
import { Breaches } from "./Breaches.tsx";

/** What the organisation has on record to show that it keeps the law. */
export function Accountability() {
  const { accountability } = useTexts();
  const { id: organisation } = useOrganisation();
  return (
    <Page title={accountability.title} lead={accountability.lead} back={<DeskSections />}>
      <Breaches organisation={organisation} />
      <Assessments organisation={organisation} />
    </Page>
  );
}
