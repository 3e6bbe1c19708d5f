import { layOutRows, type Rows } from "@terskel/edge-decision";
import { z } from "zod";
import type { AccessList } from "./access-list.ts";

/** How many cardholders one controller's list has at most. */
export const MAX_CARDHOLDERS = 240_000;
/** How long a signed list is at most. */
export const MAX_LIST_BYTES = 64 * 1024 * 1024;
/**
 * Of a credential's hash the list has the first half, as short as RFC 2104 § 5 lets an HMAC be cut: that a number nobody
 * was given fits one of 480,000 is less likely than one in 2^109.
 */
export const LISTED_HASH_BYTES = 16;
const ID_BYTES = 16;

const count = z.int().min(0).max(0xffff_ffff);
export const bodySizes = z.strictObject({
  persons: count,
  subjects: count,
  grants: count,
  terms: count,
  credentials: count,
});
export type BodySizes = z.infer<typeof bodySizes> & { readonly doors: number };

/**
 * The many of an access list as numbers, each array one after the other: what a controller keeps of it is these bytes and
 * nothing made of them. Little-endian; the arrays in the order of `viewsOf`, so that each is aligned.
 *
 * - `rows`: what `@terskel/edge-decision` decides by.
 * - `personIds`: 16 bytes a person, ascending: the id's hexadecimal digits.
 * - `credentialHashes`: `LISTED_HASH_BYTES` a credential, ascending; `credentialPersons` says whose, by index.
 */
export type ListBody = {
  readonly rows: Rows;
  readonly credentialPersons: Uint32Array;
  readonly personIds: Uint8Array;
  readonly credentialHashes: Uint8Array;
};

/** The arrays of a body that lies in `buffer` from its beginning. Throws RangeError where it is too short. */
export function viewsOf(buffer: ArrayBuffer, sizes: BodySizes): ListBody {
  let at = 0;
  const place = (bytes: number): number => (at += bytes) - bytes;
  const words = (length: number) => new Uint32Array(buffer, place(4 * length), length);
  const octets = (length: number) => new Uint8Array(buffer, place(length), length);
  const validityMs = new Float64Array(buffer, place(16 * sizes.terms), 2 * sizes.terms);
  const rows = {
    personStart: words(sizes.persons + 1),
    personSubjects: words(sizes.subjects),
    doorStart: words(sizes.doors + 1),
    grantSubjects: words(sizes.grants),
    grantTerms: words(sizes.grants),
  };
  const credentialPersons = words(sizes.credentials);
  const schedules = new Uint16Array(buffer, place(2 * sizes.terms), sizes.terms);
  return {
    rows: { ...rows, terms: { schedules, validityMs } },
    credentialPersons,
    personIds: octets(ID_BYTES * sizes.persons),
    credentialHashes: octets(LISTED_HASH_BYTES * sizes.credentials),
  };
}

export function bodyLength(sizes: BodySizes): number {
  const words =
    sizes.persons + 1 + sizes.subjects + sizes.doors + 1 + 2 * sizes.grants + sizes.credentials;
  const octets = ID_BYTES * sizes.persons + LISTED_HASH_BYTES * sizes.credentials;
  return 18 * sizes.terms + 4 * words + octets;
}

/** @throws RangeError for what cannot be decided on, a person or a credential that is listed twice, one that is nobody's */
export function encodeBody(list: AccessList): { sizes: BodySizes; bytes: Uint8Array } {
  const order = [...list.persons.keys()].sort((a, b) => byText(list.persons[a]!, list.persons[b]!));
  const place = new Uint32Array(list.persons.length);
  for (const [at, index] of order.entries()) place[index] = at;
  const rows = layOutRows({ ...list, persons: order.map((index) => list.persons[index]!) });
  const credentials = list.credentials.map(({ hash, person }) => {
    const bytes = Buffer.from(hash, "base64url");
    return { start: bytes.readUIntBE(0, 6), bytes, person: place[person] ?? 0xffff_ffff };
  });
  // By their first bytes as a number: of hashes these nearly always differ, and comparing numbers costs little.
  credentials.sort((a, b) => a.start - b.start || Buffer.compare(a.bytes, b.bytes));
  const sizes = {
    persons: order.length,
    subjects: rows.personSubjects.length,
    doors: list.doors.length,
    grants: rows.grantSubjects.length,
    terms: rows.terms.schedules.length,
    credentials: credentials.length,
  };
  const buffer = new ArrayBuffer(bodyLength(sizes));
  const body = viewsOf(buffer, sizes);
  body.rows.terms.validityMs.set(rows.terms.validityMs);
  body.rows.terms.schedules.set(rows.terms.schedules);
  body.rows.personStart.set(rows.personStart);
  body.rows.personSubjects.set(rows.personSubjects);
  body.rows.doorStart.set(rows.doorStart);
  body.rows.grantSubjects.set(rows.grantSubjects);
  body.rows.grantTerms.set(rows.grantTerms);
  for (const [at, index] of order.entries())
    body.personIds.set(bytesOfId(list.persons[index]!.id), at * ID_BYTES);
  for (const [at, { bytes, person }] of credentials.entries()) {
    body.credentialHashes.set(bytes.subarray(0, LISTED_HASH_BYTES), at * LISTED_HASH_BYTES);
    body.credentialPersons[at] = person;
  }
  checkBody(body);
  return { sizes, bytes: new Uint8Array(buffer) };
}

// Of hexadecimal digits in lower case that is the order of their bytes.
const byText = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : Number(a.id > b.id);

/** Of what is not in `rows`. @throws RangeError for what is not in order, listed twice or nobody's */
export function checkBody({ personIds, credentialHashes, credentialPersons }: ListBody): void {
  checkAscending("persons", personIds, ID_BYTES);
  checkAscending("credentials", credentialHashes, LISTED_HASH_BYTES);
  const persons = personIds.length / ID_BYTES;
  for (let at = 0; at < credentialPersons.length; at += 1)
    if (credentialPersons[at]! >= persons)
      throw new RangeError("a credential belongs to no person of the list");
}

function checkAscending(what: string, bytes: Uint8Array, size: number): void {
  for (let at = size; at < bytes.length; at += size) {
    let same = 0;
    while (same < size && bytes[at + same] === bytes[at - size + same]) same += 1;
    if (same === size || bytes[at + same]! < bytes[at - size + same]!)
      throw new RangeError(`${what} are not in order, or one is listed twice`);
  }
}

/** Whose is the credential? An index of a person; undefined: nobody's. `hash` as `hashCredential` makes it. */
export function findCredential(
  { credentialHashes, credentialPersons }: ListBody,
  hash: string,
): number | undefined {
  const wanted = Buffer.from(hash, "base64url");
  let low = 0;
  let high = credentialPersons.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = middle * LISTED_HASH_BYTES;
    const order = compareAt(credentialHashes, at, wanted, LISTED_HASH_BYTES);
    if (order === 0) return credentialPersons[middle];
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

function compareAt(values: Uint8Array, at: number, wanted: Uint8Array, bytes: number): number {
  for (let each = 0; each < bytes; each += 1) {
    const order = values[at + each]! - wanted[each]!;
    if (order !== 0) return order;
  }
  return 0;
}

/** The id of the person of this index. */
export function personAt({ personIds }: ListBody, index: number): string {
  const at = index * ID_BYTES;
  const hex = Buffer.from(personIds.subarray(at, at + ID_BYTES)).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The index of the person of this id; undefined: they are not on the list. */
export function findPerson({ personIds }: ListBody, id: string): number | undefined {
  const wanted = bytesOfId(id);
  let low = 0;
  let high = personIds.length / ID_BYTES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(personIds, middle * ID_BYTES, wanted, ID_BYTES);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

function bytesOfId(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  if (bytes.length !== ID_BYTES) throw new RangeError("a person's id is not a UUID");
  return bytes;
}
