import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { finishPasskeyProof, startPasskeyProof } from "@terskel/identity/api/proof";
import { useMutation } from "@tanstack/react-query";
import { call } from "#api.ts";
import { ProblemError } from "#problem.ts";

/** @param failed what is said when the browser made no answer: who was asked turned it down, or took too long */
export function usePasskeyProof(failed: string, onProven: () => void) {
  return useMutation({
    mutationFn: async () => {
      const options = await call(startPasskeyProof, { body: {} });
      const response = await startAuthentication({
        optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
      }).catch(() => {
        throw new ProblemError({ status: 0, code: "passkey", detail: failed });
      });
      await call(finishPasskeyProof, { body: { response: { ...response } } });
    },
    onSuccess: onProven,
  });
}
