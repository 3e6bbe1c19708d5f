import type { Facts } from "./cells.ts";

/**
 * Rows that share an e-mail address or a telephone number, directly or through another row, are
 * about one person. Rows with neither are left out.
 */
export function clusters(facts: readonly Facts[]): Facts[][] {
  type Cluster = { rows: Facts[]; keys: string[] };
  const of = new Map<string, Cluster>();
  for (const fact of facts) {
    const keys = contacts(fact);
    if (keys.length === 0) continue;
    const met = [...new Set(keys.flatMap((key) => of.get(key) ?? []))];
    const [cluster = { rows: [], keys: [] }, ...others] = met;
    cluster.rows.push(fact);
    cluster.keys.push(...keys);
    for (const other of others) {
      cluster.rows.push(...other.rows);
      cluster.keys.push(...other.keys);
    }
    for (const key of others.length > 0 ? cluster.keys : keys) of.set(key, cluster);
  }
  return [...new Set(of.values())].map(({ rows }) => rows.toSorted((a, b) => a.row - b.row));
}

const contacts = ({ email, phone }: Facts) => [
  ...(email === undefined ? [] : [email]),
  ...(phone === undefined ? [] : [phone]),
];
