import { useEffect, useEffectEvent } from "react";

/**
 * On a phone whose browser can (WebOTP), the code of an SMS that names this site is filled in with
 * one tap. Elsewhere `autocomplete="one-time-code"` does it, or the person.
 */
export function useSmsCode(onCode: (code: string) => void): void {
  const receive = useEffectEvent((code: string) => {
    if (code) onCode(code);
  });
  useEffect(() => {
    if (!("OTPCredential" in window)) return;
    const left = new AbortController();
    const wanted = { otp: { transport: ["sms"] }, signal: left.signal };
    void asked(wanted as CredentialRequestOptions).then(receive);
    return () => left.abort();
  }, []);
}

/** The code; empty when no SMS came or the person said no, for then there is the field to type in. */
async function asked(wanted: CredentialRequestOptions): Promise<string> {
  try {
    const credential = await navigator.credentials.get(wanted);
    return credential && "code" in credential ? String(credential.code) : "";
  } catch {
    return "";
  }
}
