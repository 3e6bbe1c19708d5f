import { Button } from "@mantine/core";
import { oneDoor } from "@terskel/access/api/places";
import { IconChevronLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#language/context.ts";
import { useFormats } from "#language/use-formats.ts";
import type { en } from "#texts/en.ts";
import { sayLog } from "#language/say-log.ts";
import { Facts } from "#parts/Facts.tsx";
import { Page } from "#parts/Page.tsx";
import { PageWait } from "#parts/PageWait.tsx";
import { Panel } from "#parts/Panel.tsx";
import { read } from "#queries.ts";
import { AlarmBanners } from "../alarms/AlarmBanners.tsx";
import { useOrganisation } from "../use-organisation.ts";
import { DoorAlarms } from "./DoorAlarms.tsx";
import { DoorCodes } from "./DoorCodes.tsx";
import type { Door } from "./DoorList.tsx";
import { DoorModal } from "./DoorModal.tsx";
import { DoorNow } from "./DoorNow.tsx";
import { LiveStates } from "./LiveStates.tsx";
import { PastOrders } from "./PastOrders.tsx";

const pollMs = 10_000;

/** A door: what it is now, how it is set, and what has been. */
export function OneDoor() {
  const {
    alarms: texts,
    areas,
    extendedTime,
    giving,
    keypads,
    logging,
    manage,
    unlocking,
  } = useTexts();
  const { doors } = manage;
  const { id: organisation, scope } = useOrganisation();
  const { door: id = "" } = useParams({ strict: false });
  const params = { organisation, door: id };
  const query = useQuery({ ...read(oneDoor, { params }), refetchInterval: pollMs });
  const [editing, setEditing] = useState(false);
  const door = query.data;
  const formats = useFormats(door?.site.timeZone);

  const back = (
    <Link to="/manage/$organisation/doors" params={{ organisation }}>
      <IconChevronLeft size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      {doors.title}
    </Link>
  );
  if (!door) {
    const retry = () => void query.refetch();
    return <PageWait title={doors.title} back={back} error={query.error} retry={retry} />;
  }
  const { aloneHours, aloneUntil } = door;
  const alone =
    aloneHours === undefined ? doors.aloneForEver : doors.aloneIs(doors.aloneFor(aloneHours));
  const link = (to: "log" | "grants", text: string) => (
    <Button component={Link} to={`/manage/${organisation}/${to}?door=${id}`} variant="default">
      {text}
    </Button>
  );
  return (
    <Page
      title={door.name}
      lead={door.site.name}
      back={back}
      actions={
        <>
          {link("log", giving.log.title)}
          {link("grants", giving.title)}
          {scope === "organisation" && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {manage.edit}
            </Button>
          )}
        </>
      }
    >
      <LiveStates organisation={organisation} />
      <AlarmBanners organisation={organisation} door={id} />
      <DoorNow organisation={organisation} door={door} />
      <DoorAlarms organisation={organisation} door={door} />
      {door.keypad && <DoorCodes organisation={organisation} door={door} />}
      <PastOrders organisation={organisation} door={door} />
      <Panel title={texts.settings}>
        <Facts
          facts={[
            [doors.controller, door.controller?.name ?? doors.noController],
            [doors.openSeconds, doors.seconds(door.openSeconds)],
            [
              extendedTime.seconds,
              doors.seconds(Math.max(door.openSeconds, door.extendedOpenSeconds)),
            ],
            [doors.aloneTitle, aloneUntil ? doors.aloneUntil(formats.dateTime(aloneUntil)) : alone],
            [
              texts.heldAfter,
              door.heldAfterSeconds === undefined
                ? texts.noContact
                : doors.seconds(door.heldAfterSeconds),
            ],
            [keypads.hasKeypad, door.keypad ? keypads.yes : keypads.no],
            [unlocking.schedule, unlockText(unlocking, door)],
            ...ruleFacts(areas, door),
            [logging.title, sayLog(logging, door.logMode, door.logDays)],
            ...(door.logMode === "off"
              ? []
              : ([[logging.purpose, logging.purposeNames[door.logPurpose]]] as const)),
            ...(door.logReason ? ([[logging.reason, door.logReason]] as const) : []),
          ]}
        />
      </Panel>
      {editing && (
        <DoorModal organisation={organisation} door={door} onClose={() => setEditing(false)} />
      )}
    </Page>
  );
}

function unlockText(texts: typeof en.unlocking, { unlockSchedule, firstPerson }: Door): string {
  if (!unlockSchedule) return texts.none;
  return firstPerson ? texts.withFirstPerson(unlockSchedule.name) : unlockSchedule.name;
}

/** What is not asked of a door is not said of it, save how many readers it has. */
const ruleFacts = (texts: typeof en.areas, door: Door): (readonly [string, string])[] => [
  [texts.readers, door.readerInside ? texts.twoReaders : texts.oneReader],
  ...(door.twoPeople ? [[texts.people, texts.twoPersons] as const] : []),
  ...(door.stepUp ? [[texts.fromPortal, texts.stepUpFact] as const] : []),
  ...(door.area ? [[texts.area, door.area.name] as const] : []),
  ...(door.airlock ? [[texts.airlock, door.airlock.name] as const] : []),
];
