/** `to` in E.164 (+4712345678). */
export type Sms = { readonly to: string; readonly text: string };

/** Sends one SMS. Rejects when the gateway did not take it. */
export type SmsGateway = (sms: Sms) => Promise<void>;

/** A gateway that takes `POST {to, text}` as JSON and answers 2xx; gives up after 10 seconds. */
export function httpSmsGateway(address: string, timeoutMs = 10_000): SmsGateway {
  const url = new URL(address);
  const credentials = url.username
    ? `Basic ${Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString("base64")}`
    : undefined;
  url.username = "";
  url.password = "";
  return async (sms) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(credentials ? { authorization: credentials } : {}),
      },
      body: JSON.stringify(sms),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: "error",
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The SMS gateway answered ${answer.status}.`);
  };
}
