import { Link } from "@tanstack/react-router";
import type { Work } from "./works.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Of the person whose page it is: the name that one came by. */
    personName?: string;
  }
}

type Props = {
  organisation: string;
  person: { readonly id: string; readonly name: string };
  /** Absent: the page asks. */
  work?: Work;
  onClick?: () => void;
};

/** To a person's page. */
export function PersonLink({ organisation, person, work, onClick }: Props) {
  return (
    <Link
      to="/manage/$organisation/people/$person"
      params={{ organisation, person: person.id }}
      search={work ? { for: work } : {}}
      state={{ personName: person.name }}
      onClick={onClick}
    >
      {person.name}
    </Link>
  );
}
