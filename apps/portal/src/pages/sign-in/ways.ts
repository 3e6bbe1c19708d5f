import type { requestEmailCode, requestSmsCode } from "@terskel/identity/api/sign-in";
import type { Call } from "@terskel/platform/contract";

export type Way = "email" | "sms";

/** A code on its way, and how to ask for another. */
export type SentCode = {
  readonly code: string;
  readonly expiresAt: string;
  /** Address or number, as the person wrote it. */
  readonly to: string;
} & (
  | { readonly way: "email"; readonly request: Call<typeof requestEmailCode> }
  | { readonly way: "sms"; readonly request: Call<typeof requestSmsCode> }
);
