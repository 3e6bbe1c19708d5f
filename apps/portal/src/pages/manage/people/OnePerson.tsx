import { SegmentedControl } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { Page } from "#parts/Page.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { Accesses } from "./Accesses.tsx";
import { Details } from "./Details.tsx";
import { Stored } from "./Stored.tsx";
import { usePersonName } from "./use-person-name.ts";
import { personSearch, works } from "./works.ts";
import type { Work } from "./works.ts";

const parts = { details: Details, access: Accesses, stored: Stored };

/** A person: nothing of them comes before it is said what for (GDPR Art. 5(1)(b)). */
export function OnePerson() {
  const { opening, people: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  const { person = "" } = useParams({ strict: false });
  const { for: work } = personSearch(useSearch({ strict: false }));
  const name = usePersonName();
  const navigate = useNavigate();
  const choose = (chosen: Work) =>
    void navigate({
      to: "/manage/$organisation/people/$person",
      params: { organisation, person },
      search: { for: chosen },
      // The name one came by comes along.
      state: true,
      replace: true,
    });
  const Part = work && parts[work];
  return (
    <Page
      title={name}
      lead={opening.lead}
      back={
        <Link to="/manage/$organisation/people" params={{ organisation }}>
          <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
          {texts.title}
        </Link>
      }
    >
      <SegmentedControl
        aria-label={opening.what}
        value={work ?? ""}
        onChange={(value) => {
          const chosen = works.find((each) => each === value);
          if (chosen) choose(chosen);
        }}
        data={works.map((value) => ({ value, label: opening.works[value] }))}
        style={{ alignSelf: "flex-start" }}
      />
      {Part && <Part organisation={organisation} person={person} />}
    </Page>
  );
}
