export {
  compile,
  compileRows,
  type CompiledDoors,
  type CompiledList,
  type DoorsWithoutRows,
} from "./compile.ts";
export { decide, decideAt, decidePassage, type Question } from "./decide.ts";
export type {
  Clock,
  DecidableArea,
  DecidableDoor,
  DecidableGrant,
  DecidableList,
  DecidablePerson,
  DecidableSchedule,
  DoorOrder,
  DoorUnlock,
  Hours,
} from "./list.ts";
export { isEvacuated, isLockedDown } from "./orders.ts";
export { decideByRules, type Situation } from "./rules.ts";
export { layOutRows, type Rows } from "./rows.ts";
export { hoursTurnAt, isOpenTo, standOf, type Stand } from "./unlocking.ts";
export { DECISION_REASONS, type Decision, type DecisionReason } from "./reason.ts";
