import { doorGroups } from "@terskel/access/api/door-groups";
import { IconStack2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { DoorGroupModal } from "./DoorGroupModal.tsx";

export function DoorGroups() {
  const { doorGroups: texts } = useTexts();
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const query = useList(doorGroups, { params: { organisation } });
  return (
    <ListPage
      texts={texts}
      icon={IconStack2}
      query={query}
      onAdd={() => setAdding(true)}
      columns={[
        {
          key: "name",
          label: texts.name,
          cell: (group) => (
            <Link
              to="/manage/$organisation/door-groups/$group"
              params={{ organisation, group: group.id }}
            >
              {group.name}
            </Link>
          ),
        },
        { key: "doors", label: texts.doors, cell: (group) => group.doors },
        { key: "people", label: texts.people, cell: (group) => group.people },
      ]}
    >
      {adding && <DoorGroupModal organisation={organisation} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
