import { Button } from "@mantine/core";
import { oneUnit, removeUnit, units } from "@terskel/access/api/units";
import { IconChevronLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useConfirm } from "#parts/use-confirm.tsx";
import { useTell } from "#parts/use-tell.tsx";
import { read, useSend } from "#queries.ts";
import { GrantsPanel } from "../grants/GrantsPanel.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { Leases } from "./Leases.tsx";
import { ResidentModal } from "./ResidentModal.tsx";
import { Residents } from "./Residents.tsx";
import { UnitModal } from "./UnitModal.tsx";

/** A flat or an office: who lives there, who rents it from when until when, and what that opens. */
export function OneUnit() {
  const { leases: texts, manage, people } = useTexts();
  const { units: words } = people;
  const { id: organisation } = useOrganisation();
  const { unit: id = "" } = useParams({ strict: false });
  const params = { organisation, unit: id };
  const query = useQuery(read(oneUnit, { params }));
  const remove = useSend(removeUnit, { refresh: [units] });
  const [open, setOpen] = useState<"edit" | "resident">();
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const list = { to: "/manage/$organisation/units", params: { organisation } } as const;
  const back = (
    <Link {...list}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {words.title}
    </Link>
  );
  const unit = query.data;
  if (!unit) {
    const retry = () => void query.refetch();
    return <PageWait title={words.title} back={back} error={query.error} retry={retry} />;
  }
  const askToRemove = () =>
    confirm({
      title: manage.removeTitle(unit.name),
      text: words.removeText,
      confirm: words.removeConfirm,
      onConfirm: () =>
        remove.mutate(
          { params },
          {
            onSuccess: () => {
              tell.done(words.removed);
              void navigate(list);
            },
            onError: tell.failed,
          },
        ),
    });
  const close = () => setOpen(undefined);
  return (
    <Page
      title={unit.name}
      back={back}
      actions={
        <>
          <Button variant="default" onClick={() => setOpen("resident")}>
            {words.addResidentShort}
          </Button>
          <Button variant="default" onClick={() => setOpen("edit")}>
            {words.edit}
          </Button>
          <Button variant="default" c="var(--bad-ink)" onClick={askToRemove}>
            {words.removeConfirm}
          </Button>
        </>
      }
    >
      <Panel>
        <Facts
          facts={[
            [words.site, unit.site.name],
            [words.group, unit.group?.name ?? words.noGroup],
            [
              words.residents,
              <Residents key="residents" organisation={organisation} unit={unit} />,
            ],
          ]}
        />
      </Panel>
      <Leases organisation={organisation} unit={unit} />
      <GrantsPanel
        organisation={organisation}
        title={texts.access}
        lead={texts.accessLead}
        empty={texts.noAccess}
        holder={{ unit }}
      />
      {open === "edit" && <UnitModal organisation={organisation} unit={unit} onClose={close} />}
      {open === "resident" && (
        <ResidentModal organisation={organisation} unit={unit} onClose={close} />
      )}
    </Page>
  );
}
