import type { people } from "@terskel/identity/api/people";
import { useTexts } from "#language/context.ts";
import { usePhone } from "#language/use-phone.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { Email } from "#parts/Email.tsx";
import { Tag } from "#parts/Tag.tsx";
import type { Item } from "#queries.ts";
import styles from "../Manage.module.css";
import { PersonLink } from "./PersonLink.tsx";

export type Person = Item<typeof people>;
type Props = { organisation: string; people: readonly Person[] };

export function PeopleTable({ organisation, people }: Props) {
  const { people: texts } = useTexts();
  const phoneOf = usePhone();
  return (
    <DataTable
      label={texts.title}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: "name",
          label: texts.name,
          cell: (person) => <PersonLink organisation={organisation} person={person} />,
        },
        {
          key: "email",
          label: texts.email,
          cell: ({ email }) => email && <Email address={email} />,
        },
        {
          key: "phone",
          label: texts.phone,
          cell: ({ phone }) => phone && <span className={styles.whole}>{phoneOf(phone)}</span>,
        },
        {
          key: "role",
          label: texts.role,
          cell: (person) => (
            <Tag tone={person.role === "administrator" ? "brand" : "plain"}>
              {texts.roles[person.role]}
            </Tag>
          ),
        },
        {
          key: "account",
          label: texts.account,
          cell: (person) =>
            person.claimed ? <Tag tone="good">{texts.claimed}</Tag> : <Tag>{texts.unclaimed}</Tag>,
        },
      ]}
    />
  );
}
