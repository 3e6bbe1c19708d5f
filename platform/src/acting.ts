import { AsyncLocalStorage } from "node:async_hooks";
import type { Contract } from "./http/contract.ts";

/** Who does something, as far as it can be known without asking who it is. */
export type By =
  | "person"
  | "member"
  | "administrator"
  | "privacy-officer"
  | "operator"
  | "job"
  | "command";

/** What somebody does while a call, a job or a command runs. */
export type Act = {
  /** The contract's id, or the job's or command's name. */
  readonly action: string;
  readonly by: By;
  /** The account. */
  readonly person?: string | undefined;
  /** The membership in which the account acts. */
  readonly member?: string | undefined;
  /** The organisation that it is about. */
  readonly organisation?: string | undefined;
  /** The member that it is about. */
  readonly aboutMember?: string | undefined;
  /** Ids of what else it is about, by name. */
  readonly about: Readonly<Record<string, string>>;
  /** Of a call: what says whether it changes something, or whose data it reads. */
  readonly call?: { readonly contract: Contract; readonly isMore: boolean } | undefined;
};

const acts = new AsyncLocalStorage<Act>();

/** Runs something as somebody's act, which every transaction within it can ask for. */
export const acting = async <T>(act: Act, run: () => Promise<T>): Promise<T> =>
  await acts.run(act, run);

/** What is being done; undefined for what the program does of itself. */
export const currentAct = (): Act | undefined => acts.getStore();
