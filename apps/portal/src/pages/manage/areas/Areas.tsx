import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { AirlocksPanel } from "./AirlocksPanel.tsx";
import { AreasPanel } from "./AreasPanel.tsx";

/** What doors lead into, and doors of which one at a time opens. */
export function Areas() {
  const { areas: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  return (
    <Page title={texts.title} lead={texts.lead}>
      <AreasPanel organisation={organisation} />
      <AirlocksPanel organisation={organisation} />
    </Page>
  );
}
