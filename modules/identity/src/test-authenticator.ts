import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

type Options = { readonly challenge: string };
type Lies = {
  readonly origin?: string;
  readonly counter?: number;
  readonly userHandle?: string;
  /** User present, but neither finger, face nor PIN. */
  readonly unverified?: true;
};

/**
 * A passkey in software (W3C WebAuthn Level 3): ES256, no attestation. It can be made to lie.
 */
export function createAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const rpIdHash = sha256(new URL(origin).hostname);
  // UP 0x01, UV 0x04, AT 0x40 (§ 6.1).
  const authData = (counter: number, { unverified }: Lies, credential?: Uint8Array) => {
    const head = Buffer.alloc(5);
    head[0] = 0x01 | (unverified ? 0 : 0x04) | (credential ? 0x40 : 0);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([rpIdHash, head, credential ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, { challenge }: Options, lies: Lies) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: lies.origin ?? origin }));

  return {
    id: base64url(id),
    /** What `navigator.credentials.create` gives. */
    create(options: Options, lies: Lies = {}) {
      // COSE EC2 key (RFC 9053 § 7.1): kty EC2, alg ES256, crv P-256.
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, "base64url"))],
          [-3, new Uint8Array(Buffer.from(y, "base64url"))],
        ]),
      );
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", new Uint8Array(authData(lies.counter ?? 0, lies, credential))],
        ]) as never,
      );
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(clientData("webauthn.create", options, lies)),
          attestationObject: base64url(attestation),
          transports: ["internal"],
        },
      };
    },
    /** What `navigator.credentials.get` gives. */
    get(options: Options, lies: Lies = {}) {
      const data = authData(lies.counter ?? 0, lies);
      const client = clientData("webauthn.get", options, lies);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: lies.userHandle,
        },
      };
    },
  };
}
