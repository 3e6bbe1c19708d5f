export { compile, type CompiledList } from "./compile.ts";
export { decide, decideAt, type Question } from "./decide.ts";
export type { DecidableDoor, DecidableGrant, DecidableList, DecidablePerson } from "./list.ts";
export { DECISION_REASONS, type Decision, type DecisionReason } from "./reason.ts";
export { ALWAYS, QUARTERS_PER_WEEK, quarterOf, weekOf, type Week } from "./week.ts";
