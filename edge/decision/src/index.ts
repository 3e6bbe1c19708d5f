export { compile, type CompiledList } from "./compile.ts";
export { decide, decideAt, type Question } from "./decide.ts";
export type {
  Clock,
  DecidableDoor,
  DecidableGrant,
  DecidableList,
  DecidablePerson,
  DecidableSchedule,
  DoorOrder,
  Hours,
} from "./list.ts";
export { isEvacuated, isLockedDown } from "./orders.ts";
export { DECISION_REASONS, type Decision, type DecisionReason } from "./reason.ts";
