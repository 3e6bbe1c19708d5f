import type { Mail } from "@terskel/platform/mail";
import type { Outbox } from "@terskel/platform/outbox";
import type { Sms } from "@terskel/platform/sms";
import type { Label } from "../declare.ts";

/** What is passed on: for which purpose, which data, whose, and for which organisation. */
export type About = {
  /** A declared activity that names the recipient. */
  readonly activity: string;
  readonly labels: readonly Exclude<Label, "technical">[];
  /** On whose behalf; absent: the account's, which belongs to no organisation. */
  readonly organisation?: string | undefined;
  /** Whom it is about: a member of the organisation, or the owner of an account. Absent: nobody who is known. */
  readonly member?: string | undefined;
  readonly account?: string | undefined;
};

declare const gated: unique symbol;

/** Sends by way of the gate, or to where nothing leaves the installation: nothing else makes one. */
type Sender<Message> = {
  /** @throws Withheld when it may not leave now; other errors when it was not taken */
  (message: Message, about: About): Promise<void>;
  /** Can anything be sent now? What cannot waits. */
  readonly canSend: () => Promise<boolean>;
  readonly [gated]: true;
};

export type SendMail = Sender<Mail>;
export type SendSms = Sender<Sms>;

/** For the gate alone. */
export function makeSender<Message>(
  send: (message: Message, about: About) => Promise<void>,
  canSend: () => Promise<boolean>,
): Sender<Message> {
  return Object.assign(send, { canSend }) as unknown as Sender<Message>;
}

const always = async () => await Promise.resolve(true);

/** What is kept in the installation is passed on to nobody: the demo's outbox is no supplier. */
export function keepHere({ put }: Pick<Outbox, "put">) {
  return {
    sendMail: makeSender<Mail>(
      async (mail) => await Promise.resolve(put({ channel: "email", ...mail })),
      always,
    ),
    sendSms: makeSender<Sms>(
      async (sms) => await Promise.resolve(put({ channel: "sms", ...sms })),
      always,
    ),
  };
}
