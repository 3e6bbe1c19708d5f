/** The rules of WebAuthn. It is read for the first passkey: a start does not wait for its three hundred files. */
export const webauthn = async () => await import("@simplewebauthn/server");
