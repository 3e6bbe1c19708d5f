import {
  PROTOCOL_VERSION,
  createVerifier,
  type Ack,
  type Command,
  type Enrolment,
} from "@terskel/edge-protocol";
import { createAreas } from "./areas.ts";
import { carryOut } from "./commands.ts";
import { createDelivery } from "./delivery.ts";
import { createDoorRules } from "./door-rules.ts";
import { createFirstPerson } from "./first-person.ts";
import { createHolding } from "./holding.ts";
import type { DoorHardware, Presented, Verdict } from "./hardware.ts";
import { createInside } from "./inside.ts";
import { createInbox } from "./inbox.ts";
import { createJournal } from "./journal.ts";
import { createKeypads } from "./keypads.ts";
import { createLink } from "./link.ts";
import type { ListedDoor } from "./list-in-force.ts";
import { createLists } from "./lists.ts";
import type { Log } from "./log.ts";
import { choicesOf } from "./log-choice.ts";
import { createOpening } from "./opening.ts";
import { present } from "./reader.ts";
import type { Attempt } from "./opening.ts";
import { createStorages, MAX_PASSAGES } from "./storage.ts";
import { openStore } from "./store.ts";
import { createWatching } from "./watching.ts";

export type AgentOptions = {
  readonly enrolment: Enrolment;
  /** Made when it is not there; one agent to a folder. */
  readonly dataFolder: string;
  readonly hardware: DoorHardware;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: Log;
  /** How long passages wait for their receipt before they are sent again; doubled up to a minute. */
  readonly resendAfterMs?: number;
  /** How many passages wait on the disk for their receipt; 200,000 when nothing is said. */
  readonly maxPassages?: number;
};

export type AgentStatus = {
  readonly online: boolean;
  /** Of the access list in force; 0 for none. */
  readonly revision: number;
  /** Passages, alarms, and counts of lost passages, not yet receipted. */
  readonly buffered: number;
  /** Messages that did not verify, since the start. */
  readonly dropped: number;
};

export type Agent = {
  status(): AgentStatus;
  /** Ends the connection and the hardware, and closes the store. Nothing buffered is lost. */
  stop(): Promise<void>;
};

/** A disk that took nothing for a while is tried again. */
const SAVE_EVERY_MS = 60_000;
/** An order ends by itself, a lock that did not obey is tried again, and a door stands open for too long. */
const REVIEW_EVERY_MS = 500;
const SOFTWARE = "terskel-agent/0.1.0";

/**
 * Starts a controller: its doors decide by the last good access list from the first moment, whether or not the broker is
 * there. Rejects when the data folder cannot be used; see `openStore`.
 */
export async function createAgent(options: AgentOptions): Promise<Agent> {
  const { enrolment, hardware, clock, log } = options;
  const { controller } = enrolment;
  const verify = await createVerifier(enrolment.cloudKeys, controller);
  const db = openStore(options.dataFolder, log);
  const { disk, memory } = createStorages(db, options.maxPassages ?? MAX_PASSAGES, log);
  const journal = createJournal(disk, memory, log);
  const lists = await createLists(db, options.dataFolder, verify, log);
  const at = (): string => new Date(clock()).toISOString();
  const doors = (): ListedDoor[] => [...(lists.current()?.doors.values() ?? [])];
  let stopped = false;

  const delivery = createDelivery(
    journal,
    (events) => link.publish("events", { events }),
    options.resendAfterMs ?? 5000,
  );
  const saving = setInterval(journal.save, SAVE_EVERY_MS);
  const firstPerson = createFirstPerson(db, () => lists.current(), log);
  const keypads = createKeypads(db, journal, delivery.pump, log);
  const holding = createHolding(hardware, lists, clock, firstPerson.openedMs, log);
  const watching = createWatching({
    hardware,
    journal,
    pump: delivery.pump,
    doors: () => lists.current()?.doors,
    clock,
    log,
  });
  const current = () => lists.current();
  const areas = createAreas({
    inside: createInside(db, log),
    list: current,
    isOpen: (door) => hardware.position(door) === "open",
    clock,
  });
  const rules = createDoorRules({ hardware, list: current, areas });
  const reviewAll = (): void => {
    holding.review();
    watching.review();
    areas.review();
  };
  const reviewing = setInterval(reviewAll, REVIEW_EVERY_MS);
  const opening = createOpening({
    hardware,
    journal,
    logOf: (door) => lists.current()?.doors.get(door)?.log,
    onPassage: delivery.pump,
    log,
  });

  const onCommand = async (command: Command): Promise<void> => {
    const verdict = await carryOut({ lists, opening, rules }, command, clock());
    const ack: Ack = { command: command.id, ...verdict, at: at() };
    link.publish("ack", ack);
  };
  const onList = async (part: Uint8Array): Promise<void> => {
    const taken = await lists.receive(part);
    if (!taken || stopped) return;
    const { before } = taken;
    hardware.setDoors(doors());
    journal.follow(choicesOf(doors().filter(({ id, log }) => before.get(id)?.log !== log)));
    reviewAll();
    sayHello();
    for (const door of doors()) {
      const known = before.get(door.id);
      if (!known || hasContact(known) !== hasContact(door)) sayState(door.id);
    }
  };
  const inbox = createInbox(
    controller,
    verify,
    {
      list: onList,
      command: (command) => void onCommand(command),
      receipt: (receipt) => delivery.receipted(receipt.events),
      confirmation: (confirmation) => lists.confirm(confirmation),
    },
    log,
  );

  const revision = (): number => lists.current()?.revision ?? 0;
  const sayHello = (): void =>
    link.publish("hello", {
      revision: revision(),
      protocol: PROTOCOL_VERSION,
      software: SOFTWARE,
      at: at(),
      buffered: journal.count(),
    });
  const sayState = (door: string): void => {
    const listed = lists.current()?.doors.get(door);
    link.publish("state", {
      door,
      lock: hardware.lockState(door),
      position: listed && hasContact(listed) ? hardware.position(door) : "unknown",
      at: at(),
    });
  };

  const link = createLink(
    enrolment,
    {
      up() {
        link.publish("presence", { online: true, at: at() });
        sayHello();
        for (const { id } of doors()) sayState(id);
        delivery.online();
      },
      down: () => delivery.offline(),
      message: (topic, payload) => void (stopped || inbox.receive(topic, payload)),
    },
    log,
  );

  hardware.setDoors(doors());
  hardware.start({
    async presented(presented: Presented): Promise<Verdict> {
      const { credentialKey } = enrolment;
      const opened = ({ door, credential, accessPoint }: Attempt): void => {
        // Whoever has been given a code has no access: for them no door goes on standing open.
        const isSomebody = credential !== "code" && accessPoint === "in";
        if (isSomebody && firstPerson.came(door, clock())) holding.review();
      };
      const parts = { credentialKey, lists, keypads, opening, rules, opened };
      return await present(parts, presented, clock());
    },
    lockMoved(door, lock) {
      sayState(door);
      watching.saw(door, { what: "bolt", lock });
    },
    leafMoved(door, position) {
      sayState(door);
      if (position === "open") areas.opened(door);
      watching.saw(door, { what: "leaf", position });
    },
    exitUsed: (door) => watching.saw(door, { what: "exit" }),
  });
  reviewAll();

  return {
    status: () => ({
      online: link.isUp(),
      revision: revision(),
      buffered: journal.count(),
      dropped: inbox.dropped(),
    }),
    async stop() {
      if (stopped) return;
      stopped = true;
      clearInterval(reviewing);
      hardware.stop();
      delivery.offline();
      await link.stop({ online: false, at: at() });
      clearInterval(saving);
      journal.save();
      db.close();
    },
  };
}

const hasContact = ({ heldAfterSeconds }: ListedDoor): boolean => heldAfterSeconds !== undefined;
