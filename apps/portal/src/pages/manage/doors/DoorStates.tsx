import { DOOR_STATES } from "@terskel/access/api/door-state";
import { doors } from "@terskel/access/api/places";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#language/context.ts";
import { Panel } from "#parts/Panel.tsx";
import { StateTag } from "#parts/StateTag.tsx";
import { When } from "#parts/When.tsx";
import { all } from "#queries.ts";
import type { Door } from "./DoorList.tsx";
import styles from "./DoorStates.module.css";
import { UnlockNote } from "./UnlockNote.tsx";

const shown = 12;
/** The stream of events tells of the doors that one has access to; this is for the others. */
const pollMs = 10_000;
/** Whoever has more doors than this asks for all of them less often. */
const many = 200;
const pollManyMs = 60_000;

/** What the doors are now: how many are what, and which, those first that somebody ought to look at. */
export function DoorStates({ organisation }: { organisation: string }) {
  const { alarms: texts } = useTexts();
  const query = useQuery({
    ...all(doors, { params: { organisation } }),
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > many ? pollManyMs : pollMs),
  });
  const known = query.data ?? [];
  if (known.length === 0) return null;
  const counts = DOOR_STATES.flatMap((state) => {
    const count = known.filter((door) => door.state === state).length;
    return count > 0 ? [texts.count(texts.states[state], count)] : [];
  });
  const inOrder = known.toSorted((one, other) => placeOf(one) - placeOf(other));
  return (
    <Panel title={texts.now} lead={`${counts.join(", ")}.`}>
      <ul className={styles.doors}>
        {inOrder.slice(0, shown).map((door) => {
          const { id, name, state, since, site } = door;
          return (
            <li key={id}>
              <Link to="/manage/$organisation/doors/$door" params={{ organisation, door: id }}>
                {name}
              </Link>
              <StateTag state={state} />
              {since && state !== "locked" && (
                <span className={styles.since}>
                  <When at={since} timeZone={site.timeZone} only="time" />
                </span>
              )}
              <UnlockNote door={door} />
            </li>
          );
        })}
      </ul>
      {known.length > shown && (
        <p>
          <Link to="/manage/$organisation/doors" params={{ organisation }}>
            {texts.allDoors(known.length)}
          </Link>
        </p>
      )}
    </Panel>
  );
}

const placeOf = ({ state }: Door) =>
  // One that nobody knows of needs a look; one that stands locked does not.
  state === "unknown" ? 0.5 : DOOR_STATES.indexOf(state);
