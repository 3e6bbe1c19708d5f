import { declareTable, text } from "@terskel/kernel";
import { kinds } from "../grounds.ts";
import type { AlarmAcknowledgements, AlarmLetters, DoorAlarms } from "../tables.ts";
import { member, memberIn, nothing, tell, withMember } from "../uses.ts";

const administer = "access.administer-doors";
// As long as a lockdown: what happened at a door is asked about together.
const days = 90;

export const alarmTables = [
  declareTable<DoorAlarms>()({
    table: "access.door_alarms",
    noPersonalData:
      "That a door was forced or held open, that its keypad was closed to who guessed, or that somebody opened it under duress; nobody is named in it. Who has seen to it is in access.alarm_acknowledgements.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      door_id: ["technical"],
      kind: ["technical"],
      began_at: ["technical"],
      ended_at: ["technical"],
      received_at: ["technical"],
      late: ["technical"],
      acknowledged_at: ["technical"],
      called_at: ["technical"],
    },
    keep: {
      kind: "period",
      after: "began_at",
      days,
      event: text("alarmen begynte", "larmet började", "the alarm began"),
    },
    erase: nothing,
  }),
  declareTable<AlarmAcknowledgements>()({
    table: "access.alarm_acknowledgements",
    title: text(
      "Døralarmer du har kvittert for",
      "Dörrlarm som du har kvitterat",
      "Door alarms that you acknowledged",
    ),
    deskTitle: text("Kvitterte døralarmer", "Kvitterade dörrlarm", "Acknowledged door alarms"),
    words: {
      door_id: text("Dør", "Dörr", "Door"),
      acknowledged_by: text("Kvittert av", "Kvitterat av", "Acknowledged by"),
      acknowledged_at: text("Kvittert", "Kvitterat", "Acknowledged"),
    },
    subjects: [memberIn("acknowledged_by")],
    columns: {
      id: ["technical"],
      alarm_id: ["technical"],
      organisation_id: ["membership", administer],
      door_id: ["technical"],
      acknowledged_by: ["pseudonym", administer],
      acknowledged_at: ["time", administer],
    },
    keep: {
      kind: "period",
      after: "acknowledged_at",
      days,
      event: text("alarmen ble kvittert", "larmet kvitterades", "the alarm was acknowledged"),
    },
    // That somebody saw to it has to be known still.
    erase: { kind: "anonymise", columns: ["acknowledged_by"] },
  }),
  declareTable<AlarmLetters>()({
    table: "access.alarm_letters",
    kinds,
    title: text(
      "At du får beskjed om alarmer på e-post",
      "Att du får besked om larm med e-post",
      "That you get word of alarms by e-mail",
    ),
    deskTitle: text(
      "At personen får beskjed om alarmer på e-post",
      "Att personen får besked om larm med e-post",
      "That the person gets word of alarms by e-mail",
    ),
    words: { created_at: text("Siden", "Sedan", "Since") },
    subjects: [member],
    columns: {
      member_id: ["pseudonym", tell],
      organisation_id: ["membership", tell],
      created_at: ["time", tell],
    },
    keep: withMember,
    erase: { kind: "delete" },
  }),
];
