import { columnsOf } from "@terskel/platform/columns";
import type { IdentityTables } from "../tables.ts";

// Said beside each field of an answer: `identity.sessions("ip", z.string())`.
const table = columnsOf<IdentityTables>();

export const codes = table("identity.codes");
export const eidLogins = table("identity.eid_logins");
export const handovers = table("identity.handovers");
export const passkeys = table("identity.passkeys");
export const pendingSignIns = table("identity.pending_sign_ins");
export const persons = table("identity.persons");
export const pictures = table("identity.pictures");
export const sessions = table("identity.sessions");
export const signInAttempts = table("identity.sign_in_attempts");
