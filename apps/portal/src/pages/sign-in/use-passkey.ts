import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { finishPasskeySignIn, startPasskeySignIn } from "@terskel/identity/api/sign-in";
import { useMutation } from "@tanstack/react-query";
import { call } from "#api.ts";

export function usePasskeySignIn(onDone: () => void) {
  return useMutation({
    mutationFn: async () => {
      const options = await call(startPasskeySignIn, { body: {} });
      const response = await startAuthentication({
        optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
      });
      await call(finishPasskeySignIn, { body: { response: { ...response } } });
    },
    onSuccess: onDone,
  });
}
