export { createWithContext } from "./tenancy.ts";
export type { Context, WithContext } from "./tenancy.ts";
export { declareTable } from "./declare.ts";
export type {
  Activity,
  Keep,
  Keeper,
  Label,
  Processing,
  SetTime,
  TableDeclaration,
} from "./declare.ts";
export { customerKinds } from "./ground.ts";
export { groundAtWork } from "./grounds.ts";
export { text } from "./words.ts";
export { fewest } from "./small-cells.ts";
export { answerFaults } from "./answers.ts";
export { applyPolicies } from "./apply-policies.ts";
export { createKernel } from "./kernel.ts";
export type { Module } from "./kernel.ts";
export { findDrift } from "./drift.ts";
export { isPromiseId, promiseIds } from "./promises/ids.ts";
export type { PromiseId } from "./promises/ids.ts";
export type { Evidence } from "./promises/evidence.ts";
export { recordedJobs } from "./promises/runs.ts";
export { cookieNames, storedBy } from "./consents/stored.ts";
export type { Stored } from "./consents/stored.ts";
export { createPrivacy } from "./privacy.ts";
export type { AddressOwner, PrivacyPorts } from "./privacy.ts";
export { kernelProcessing } from "./processing.ts";
export type { KernelTables } from "./processing.ts";
export * as memberships from "./memberships.ts";
export { isOrganisationNumber } from "./organisations.ts";
export * as organisations from "./organisations.ts";
export * as sites from "./sites.ts";
export * as confidentiality from "./confidentiality/write.ts";
export { confidentialityVersion } from "./confidentiality/declaration.ts";
export { writeOpened, writeOpenedByStaff } from "./opening/write.ts";
export { writeFileFor, writeSharedWith } from "./disclosures/passed-on.ts";
export { addAgreement } from "./suppliers/agreements.ts";
export { addSupplier } from "./suppliers/register.ts";
export { passTo, registerReceiver } from "./suppliers/receivers.ts";
export { createGate } from "./suppliers/gate.ts";
export type { Channel } from "./suppliers/sending.ts";
export { keepHere } from "./suppliers/sender.ts";
export type { SendMail, SendSms } from "./suppliers/sender.ts";
export { asCommand, jobsAsActs } from "./audit/as-acts.ts";
export { createCheckpoints } from "./audit/checkpoints.ts";
export type { Checkpoints } from "./audit/checkpoints.ts";
export { enterRestore } from "./audit/restored.ts";
export { sayBroken, verifyAudit } from "./audit/verify.ts";
export * as regions from "./suppliers/region.ts";
export { readErased } from "./tombstones/erased.ts";
export { TombstoneError } from "./tombstones/line.ts";
export { findMarked } from "./tombstones/present.ts";
export { replayTombstones } from "./tombstones/replay.ts";
export { positionShape, removeOld } from "./tombstones/folder.ts";
export type { Eraser, ErasureSubject } from "./tombstones/subject.ts";
export { createTombstones } from "./tombstones/tombstones.ts";
export type { Tombstones } from "./tombstones/tombstones.ts";
export { erase, planErasure } from "./erasure/erase.ts";
export { createEraser } from "./tombstones/eraser.ts";
export type { Planned } from "./erasure/planned.ts";
export type { RightsPorts, Scope } from "./scope.ts";
export { exportPerson } from "./export/export.ts";
export type { ExportOptions } from "./export/export.ts";
export { leftOut } from "./handover/left-out.ts";
export { openHandover } from "./handover/open.ts";
export type { Handover, Holder } from "./handover/handover-file.ts";
export { buildRecord } from "./record/build.ts";
export { recordAsText } from "./record/plain-text.ts";
export { addressKey } from "./suppressions/address-key.ts";
export { unsubscribe } from "./suppressions/suppress.ts";
export { recordGone } from "./retention/ledger.ts";
export { isFresh, requireFresh } from "./requests/fresh.ts";
