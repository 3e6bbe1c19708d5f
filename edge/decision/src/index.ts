export {
  compile,
  compileRows,
  type CompiledDoors,
  type CompiledList,
  type DoorsWithoutRows,
} from "./compile.ts";
export { decide, decideAt, type Question } from "./decide.ts";
export type {
  Clock,
  DecidableDoor,
  DecidableGrant,
  DecidableList,
  DecidablePerson,
  DecidableSchedule,
  DoorOrder,
  DoorUnlock,
  Hours,
} from "./list.ts";
export { isLockedDown } from "./orders.ts";
export { layOutRows, type Rows } from "./rows.ts";
export { hoursTurnAt, isOpenTo, standOf, type Stand } from "./unlocking.ts";
export { DECISION_REASONS, type Decision, type DecisionReason } from "./reason.ts";
