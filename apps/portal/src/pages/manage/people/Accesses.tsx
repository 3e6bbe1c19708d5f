import { useTexts } from "#language/context.ts";
import { GrantsPanel } from "../grants/GrantsPanel.tsx";
import { Cards } from "./Cards.tsx";
import { ExtendedTime } from "./ExtendedTime.tsx";
import { usePersonName } from "./use-person-name.ts";

/** What a person may open, and with what. */
export function Accesses({ organisation, person }: { organisation: string; person: string }) {
  const { people: texts } = useTexts();
  const name = usePersonName();
  return (
    <>
      <GrantsPanel
        organisation={organisation}
        title={texts.accesses}
        lead={texts.accessesLead}
        empty={texts.noAccesses}
        holder={{ person: { id: person, name } }}
      />
      <ExtendedTime organisation={organisation} person={person} />
      <Cards organisation={organisation} person={person} />
    </>
  );
}
