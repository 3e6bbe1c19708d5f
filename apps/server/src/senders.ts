import { createGate, keepHere } from "@terskel/kernel";
import type { Channel, SendSms } from "@terskel/kernel";
import { smtpMailer } from "@terskel/platform/mail";
import type { MailSender } from "@terskel/platform/mail";
import type { Outbox } from "@terskel/platform/outbox";
import { httpSmsGateway } from "@terskel/platform/sms";

/** Where what is sent goes. What has no address stays in the outbox, which only the demo has. */
export type Transports = {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: MailSender;
  readonly smsUrl: string | undefined;
  readonly outbox: Outbox | undefined;
};

type Ports = Parameters<typeof createGate>[0];

/** The only place in which a gateway is made: nothing is sent but by way of the gate. */
export function createSenders({ smtpUrl, mailFrom, smsUrl, outbox }: Transports, ports: Ports) {
  const gate = createGate(ports);
  const kept = outbox && keepHere(outbox);
  const byMail = smtpUrl || !kept ? new URL(smtpUrl ?? "smtp://localhost") : undefined;
  const bySms = smsUrl ? new URL(smsUrl) : undefined;
  const channel = (of: Channel["of"], url: URL | undefined): Channel => ({
    of,
    host: url?.hostname.toLowerCase(),
    state: url
      ? async () => await gate.state({ recipient: of, host: url.hostname.toLowerCase() })
      : undefined,
  });
  const sendSms: SendSms | undefined = bySms
    ? gate.sms(httpSmsGateway(bySms.href), bySms.hostname.toLowerCase())
    : kept?.sendSms;
  return {
    sendMail:
      byMail || !kept
        ? gate.mail(smtpMailer(byMail?.href ?? "", mailFrom), byMail?.hostname.toLowerCase() ?? "")
        : kept.sendMail,
    sendSms,
    channels: [
      channel("e-mail provider", byMail),
      ...(sendSms ? [channel("SMS provider", bySms)] : []),
    ],
  };
}
