import { useTexts } from "#language/context.ts";
import { Link } from "@tanstack/react-router";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Accesses } from "./Accesses.tsx";
import { Details } from "./Details.tsx";
import { Eid } from "./Eid.tsx";
import { ExtendedTime } from "./ExtendedTime.tsx";
import { OwnPin } from "./OwnPin.tsx";
import { OwnCards } from "./OwnCards.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { Picture } from "./Picture.tsx";
import { Sessions } from "./Sessions.tsx";

export function Profile() {
  const { profile, privacy } = useTexts();
  return (
    <Page title={profile.title} lead={profile.lead}>
      <Details />
      <OwnCards />
      <OwnPin />
      <ExtendedTime />
      <Picture />
      <Accesses />
      <Eid />
      <Passkeys />
      <Sessions />
      <Panel title={privacy.title} lead={privacy.lead}>
        <Link to="/privacy">{privacy.title}</Link>
      </Panel>
    </Page>
  );
}
