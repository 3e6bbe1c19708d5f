/**
 * - `not-of-the-protocol`: not the bytes, encoding or shape that the protocol has.
 * - `bad-signature`: no valid signature by a key the receiver trusts.
 * - `wrong-type`: well signed, but another kind of message than its topic says.
 * - `wrong-audience`: well signed, but for another controller.
 * - `too-many-cardholders`: a list of more than `MAX_CARDHOLDERS`.
 * - `list-too-large`: a list of more than `MAX_LIST_BYTES`.
 * - `wrong-body`: a list whose body is not the one that was signed, or not all of it.
 */
export type ProtocolProblem =
  | "not-of-the-protocol"
  | "bad-signature"
  | "wrong-type"
  | "wrong-audience"
  | "too-many-cardholders"
  | "list-too-large"
  | "wrong-body";

/** A message that must not be acted on. Its text never quotes the message. */
export class ProtocolError extends Error {
  readonly code: ProtocolProblem;

  constructor(code: ProtocolProblem, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, cause === undefined ? undefined : { cause });
    this.name = "ProtocolError";
    this.code = code;
  }
}
