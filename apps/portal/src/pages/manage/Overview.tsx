import { controllers } from "@terskel/access/api/controllers";
import { doors } from "@terskel/access/api/places";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { sayClock } from "#language/say-clock.ts";
import { useFormats } from "#language/use-formats.ts";
import { AgreementNotice } from "#pages/agreement/Notice.tsx";
import { Page } from "#parts/Page.tsx";
import { Panel } from "#parts/Panel.tsx";
import { useSections } from "#parts/shell/sections.ts";
import { all } from "#queries.ts";
import { AlarmLetters } from "./alarms/AlarmLetters.tsx";
import { AlarmBanners } from "./alarms/AlarmBanners.tsx";
import { DoorStates } from "./doors/DoorStates.tsx";
import { LiveStates } from "./doors/LiveStates.tsx";
import styles from "./Manage.module.css";
import { OrderBanners } from "./orders/OrderBanners.tsx";
import { useOrganisation } from "./use-organisation.ts";

export function Overview() {
  const { manage } = useTexts();
  const here = useOrganisation();
  const { id, name, scope, membership } = here;
  const sections = useSections(here);
  const withDoors = sections.some(({ key }) => key === "doors");
  return (
    <Page title={manage.overview} lead={manage.overviewLead(name)}>
      <AgreementNotice membership={membership} />
      {withDoors && (
        <>
          <LiveStates organisation={id} />
          <AlarmBanners organisation={id} />
          <OrderBanners organisation={id} />
          <DoorStates organisation={id} />
        </>
      )}
      {withDoors && scope === "organisation" && <Attention organisation={id} />}
      {withDoors && <AlarmLetters organisation={id} />}
      <nav aria-label={manage.sections}>
        <ul className={styles.tiles}>
          {sections.map(({ key, label, about, icon: Icon }) => (
            <li key={key}>
              <Link
                to={`/manage/$organisation/${key}`}
                params={{ organisation: id }}
                className={styles.tile}
              >
                <Icon size={26} stroke={1.6} aria-hidden />
                <span>
                  <strong>{label}</strong>
                  <span>{about}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  );
}

/** What somebody ought to go and look at. */
function Attention({ organisation }: { organisation: string }) {
  const { manage } = useTexts();
  const formats = useFormats();
  const params = { organisation };
  const boxes = useQuery(all(controllers, { params }));
  const places = useQuery(all(doors, { params }));
  if (!boxes.data || !places.data || places.data.length === 0) return null;
  const concerns = [
    ...boxes.data.flatMap((box) => {
      if (box.listProblem) return [manage.controllerRefused(box.name)];
      if (!box.lastSeenAt) return [manage.controllerNever(box.name)];
      if (!box.online) return [manage.controllerLost(box.name, formats.dateTime(box.lastSeenAt))];
      const clock = sayClock(manage.controllers, formats, box.clockAheadSeconds);
      return [
        ...(clock ? [manage.controllerClock(box.name, clock)] : []),
        ...(box.revisionReported < box.revisionWanted ? [manage.controllerBehind(box.name)] : []),
      ];
    }),
    ...places.data.filter((door) => !door.controller).map(({ name }) => manage.doorWithout(name)),
  ];
  const well = concerns.length === 0;
  return (
    <Panel title={well ? manage.state : manage.attention}>
      <ul className={styles.attention} data-well={well || undefined}>
        {(well ? [manage.allWell] : concerns).map((text) => (
          <li key={text}>
            {well ? (
              <IconCircleCheck size={20} aria-hidden />
            ) : (
              <IconAlertTriangle size={20} aria-hidden />
            )}
            {text}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
