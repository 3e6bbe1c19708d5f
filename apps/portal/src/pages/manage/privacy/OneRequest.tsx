import { Skeleton } from "@mantine/core";
import { deskErasurePlan, readDeskRequest } from "@terskel/kernel/api/desk";
import type { Received } from "@terskel/platform/contract";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import { usePhone } from "#language/use-phone.ts";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { Tag } from "#parts/Tag.tsx";
import { read } from "#queries.ts";
import { Plan } from "#pages/privacy/Plan.tsx";
import { StateTag } from "#pages/privacy/StateTag.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { Actions } from "./Actions.tsx";
import { Who } from "./Desk.tsx";
import { Trail } from "./Trail.tsx";
import { useWishFacts } from "./use-wish-facts.ts";

export type DeskRequest = Received<typeof readDeskRequest>;

/** One request: what was asked, what can be done now, and what was done. */
export function OneRequest() {
  const { desk, privacy, shell } = useTexts();
  const { id: organisation } = useOrganisation();
  const { request = "" } = useParams({ strict: false });
  const query = useQuery(read(readDeskRequest, { params: { organisation, request } }));
  const row = query.data;
  return (
    <Page
      title={row ? `${privacy.kinds[row.kind]}, ${privacy.number(row.number)}` : desk.title}
      back={
        <Link to="/manage/$organisation/privacy" params={{ organisation }}>
          {desk.back}
        </Link>
      }
      actions={row && <Actions organisation={organisation} request={row} />}
    >
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {!row && !query.error && (
        <Skeleton height={240} radius="lg" role="status" aria-label={shell.loading} />
      )}
      {row && (
        <>
          <Asked row={row} />
          {row.kind === "erasure" && row.can.decide && (
            <PlanPanel organisation={organisation} request={row.id} />
          )}
          <Trail trail={row.trail} />
        </>
      )}
    </Page>
  );
}

function Asked({ row }: { row: DeskRequest }) {
  const { desk, privacy } = useTexts();
  const formats = useFormats();
  const phoneOf = usePhone();
  const wish = useWishFacts(row);
  const day = (instant: string) => formats.date(formats.dayKey(instant));
  const why = [row.reasonCode && privacy.reasons[row.reasonCode], row.reason].filter(Boolean);
  return (
    <Panel title={desk.asked}>
      <Facts
        facts={[
          [desk.facts.person, <Who key="who" row={row} />],
          [
            desk.facts.contact,
            [row.person?.email, row.person?.phone && phoneOf(row.person.phone)]
              .filter(Boolean)
              .join(" · ") || "–",
          ],
          [desk.facts.made, desk.made[row.made]],
          [desk.facts.identity, desk.identityChecks[row.identityCheck]],
          [desk.facts.received, day(row.receivedAt)],
          [
            desk.facts.due,
            <span key="due">
              {day(row.dueAt)} {row.overdue && <Tag tone="bad">{desk.overdue}</Tag>}
            </span>,
          ],
          [desk.state, <StateTag key="state" {...row} />],
          ...wish,
          ...(row.fileUntil ? ([[desk.facts.fileUntil, day(row.fileUntil)]] as const) : []),
          ...(why.length > 0 ? ([[desk.facts.reason, why.join(" ")]] as const) : []),
        ]}
      />
      {row.passedOnTo && <p>{privacy.passedOn(row.passedOnTo)}</p>}
      {row.proofWanted && <p>{privacy.proofWanted(row.proofWanted)}</p>}
      {row.can.handOver && <p>{desk.handOverText}</p>}
      {row.extensionReason && <p>{privacy.extended(row.extensionReason)}</p>}
    </Panel>
  );
}

function PlanPanel({ organisation, request }: { organisation: string; request: string }) {
  const { desk, shell } = useTexts();
  const plan = useQuery(read(deskErasurePlan, { params: { organisation, request } }));
  return (
    <Panel title={desk.plan} lead={desk.planLead}>
      {plan.data ? (
        <Plan plan={plan.data.plan} />
      ) : plan.error ? (
        <ErrorNote error={plan.error} retry={() => void plan.refetch()} />
      ) : (
        <Skeleton height={160} role="status" aria-label={shell.loading} />
      )}
    </Panel>
  );
}
