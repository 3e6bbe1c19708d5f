// The topics, and who may use them.
export {
  DOWN_KINDS,
  UP_KINDS,
  everyControllers,
  isDown,
  mayPublish,
  maySubscribe,
  parseTopic,
  topicOf,
  type DownKind,
  type Kind,
  type Topic,
  type UpKind,
} from "./topics.ts";

// Cloud to controller: signed.
export { accessList, type AccessList } from "./access-list.ts";
export {
  MAX_CARDHOLDERS,
  MAX_LIST_BYTES,
  checkBody,
  findCredential,
  findPerson,
  personAt,
  viewsOf,
  type ListBody,
} from "./list-body.ts";
export {
  DOCUMENT_HEADER_BYTES,
  bodyOf,
  draftList,
  signList,
  type ListDraft,
} from "./list-document.ts";
export { framesOf, parseFrame, type ListFrame } from "./list-frames.ts";
export type { ListManifest } from "./list-manifest.ts";
export { MAX_COMMAND_LIFETIME_MS, command, type Command } from "./command.ts";
export {
  createSigner,
  createVerifier,
  type DownMessages,
  type Signer,
  type Verifier,
} from "./down.ts";
export {
  generateSigningKey,
  privateKey,
  publicKey,
  publicKeyOf,
  type PrivateKey,
  type PublicKey,
} from "./keys.ts";
export { confirmation, type Confirmation } from "./confirmation.ts";
export { receipt, type Receipt } from "./receipt.ts";

// Controller to cloud: plain.
export { ack, type Ack } from "./ack.ts";
export {
  MAX_EVENTS_PER_BATCH,
  alarm,
  events,
  loss,
  passage,
  type Alarm,
  type Events,
  type Loss,
  type Passage,
} from "./events.ts";
export { hello, type Hello } from "./hello.ts";
export { presence, type Presence } from "./presence.ts";
export { state, type State } from "./state.ts";
export { MAX_UP_BYTES, encodeUp, parseUp, type UpMessages } from "./up.ts";

// What both share.
export { hashCredential, normaliseNumber, type HashedKind } from "./credential-hash.ts";
export { enrolment, type Enrolment } from "./enrolment.ts";
export {
  PASS_STEP_MS,
  isPassInTime,
  passEndMs,
  passStepAt,
  readPass,
  writePass,
  type PhonePass,
} from "./phone-pass.ts";
export { CODE_DIGITS, MAX_CODE_DAYS, PIN_DIGITS, readTyped, type Typed } from "./keypad.ts";
export { ProtocolError, type ProtocolProblem } from "./problem.ts";
export {
  ACCESS_POINTS,
  ALARM_KINDS,
  LEAF_ALARM_KINDS,
  CREDENTIAL_KINDS,
  DOOR_POSITIONS,
  LOCK_STATES,
  OUTCOMES,
  PROTOCOL_VERSION,
  READER_CREDENTIAL_KINDS,
  REASON_CODES,
  type AccessPoint,
  type AlarmKind,
  type LeafAlarmKind,
  type CredentialKind,
  type DoorPosition,
  type LockState,
  type Outcome,
  type ReaderCredentialKind,
  type ReasonCode,
} from "./words.ts";
