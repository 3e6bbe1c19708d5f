import { useTexts } from "#language/context.ts";
import { Sections } from "#parts/Sections.tsx";
import { useOrganisation } from "../use-organisation.ts";

/** The rooms of the privacy desk, above each of them. */
export function DeskSections() {
  const { accountability, advisers, audit, deletion, desk, notice, record, suppliers } = useTexts();
  const { id } = useOrganisation();
  const base = `/manage/${id}/privacy`;
  return (
    <Sections
      label={desk.sections}
      links={[
        { to: base, label: desk.requests, exact: true },
        { to: `${base}/notice`, label: notice.title },
        { to: `${base}/record`, label: record.title },
        { to: `${base}/suppliers`, label: suppliers.own },
        { to: `${base}/advisers`, label: advisers.title },
        { to: `${base}/accountability`, label: accountability.title },
        { to: `${base}/audit`, label: audit.title },
        { to: `${base}/holds`, label: deletion.holds },
        { to: `${base}/ledger`, label: deletion.ledger },
      ]}
    />
  );
}
