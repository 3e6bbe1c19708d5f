import { groups } from "@terskel/access/api/grants";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { ListPage } from "#parts/ListPage.tsx";
import { useList } from "#queries.ts";
import { useOrganisation } from "../use-organisation.ts";
import { GroupModal } from "./GroupModal.tsx";

export function Groups() {
  const { groups: texts } = useTexts().people;
  const { id: organisation } = useOrganisation();
  const [adding, setAdding] = useState(false);
  const query = useList(groups, { params: { organisation } });
  return (
    <ListPage
      texts={texts}
      icon={IconUsersGroup}
      query={query}
      onAdd={() => setAdding(true)}
      columns={[
        {
          key: "name",
          label: texts.name,
          cell: (group) => (
            <Link
              to="/manage/$organisation/groups/$group"
              params={{ organisation, group: group.id }}
            >
              {group.name}
            </Link>
          ),
        },
        { key: "people", label: texts.people, cell: (group) => group.people },
        { key: "doors", label: texts.doors, cell: (group) => group.doors },
      ]}
    >
      {adding && <GroupModal organisation={organisation} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
