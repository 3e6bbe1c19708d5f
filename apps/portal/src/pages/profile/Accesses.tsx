import { IconKey } from "@tabler/icons-react";
import { useMyDoors } from "#doors.ts";
import { useSpeech } from "#language/context.ts";
import { sayLog } from "#language/say-log.ts";
import { DataTable } from "#parts/DataTable.tsx";
import { EmptyNote } from "#parts/EmptyNote.tsx";
import { ErrorNote } from "#parts/ErrorNote.tsx";
import { GrantRoleTag } from "#parts/GrantRoleTag.tsx";
import { Panel } from "#parts/Panel.tsx";
import { noticeAddress } from "#parts/shell/NoticeLinks.tsx";
import { Validity } from "#parts/Validity.tsx";

/** Every access with its role, and from when to when (C6); how long the door's log is kept (C5), and by whose policy (C9). */
export function Accesses() {
  const { language, texts } = useSpeech();
  const { profile, grants, logging } = texts;
  const { pending, error, retry, byOrganisation } = useMyDoors();
  const rows = byOrganisation.flatMap(({ membership, doors }) =>
    doors.flatMap((door) =>
      door.grants.map((grant, index) => ({
        key: `${door.id}/${index}`,
        door: door.name,
        where: `${door.site.name}, ${membership.organisation.name}`,
        timeZone: door.site.timeZone,
        log: door,
        organisation: membership.organisation,
        grant,
      })),
    ),
  );
  return (
    <Panel title={profile.accesses} lead={profile.accessesLead}>
      {error && <ErrorNote error={error} retry={retry} />}
      {rows.length > 0 ? (
        <DataTable
          label={profile.accesses}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: "door", label: profile.door, cell: (row) => row.door },
            { key: "where", label: profile.where, cell: (row) => row.where },
            {
              key: "role",
              label: profile.access,
              cell: ({ grant }) => (
                <span>
                  <GrantRoleTag role={grant.role} />{" "}
                  {grant.via && (grant.asTenant ? grants.asTenant : grants.via)(grant.via)}
                </span>
              ),
            },
            {
              key: "validity",
              label: profile.validity,
              cell: ({ grant, timeZone }) => <Validity {...grant} timeZone={timeZone} />,
            },
            {
              key: "log",
              label: profile.logKept,
              cell: ({
                log: { logMode, logDays, logPurpose, logReason },
                organisation: { id, name },
              }) => (
                <span>
                  {sayLog(logging, logMode, logDays)}
                  {logMode !== "off" && ` ${logging.purposes[logPurpose]}`}
                  {logMode !== "off" && logReason && ` (${logReason})`},{" "}
                  <a href={noticeAddress(language, id)}>{profile.logDecidedBy(name)}</a>
                </span>
              ),
            },
          ]}
        />
      ) : (
        !pending && !error && <EmptyNote icon={IconKey}>{profile.accessesEmpty}</EmptyNote>
      )}
    </Panel>
  );
}
