import type { Adapter, AdapterPayload } from "oidc-provider";

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** Most things kept at once; the oldest go first. A demo that is never restarted stays small. */
const most = 5000;

/** Keeps what the test eID has to remember in memory: sessions, interactions, codes, tokens. */
export function createMemory() {
  const kept = new Map<string, Kept>();
  const find = (key: string) => {
    const found = kept.get(key);
    return found && found.until > Date.now() ? found.payload : undefined;
  };
  const payloads = (model: string) =>
    [...kept].filter(([key]) => key.startsWith(`${model}:`)).map(([key]) => find(key));

  return class Memory implements Adapter {
    readonly model: string;
    constructor(model: string) {
      this.model = model;
    }
    upsert(id: string, payload: AdapterPayload, expiresIn = 3600) {
      kept.set(`${this.model}:${id}`, { payload, until: Date.now() + expiresIn * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return Promise.resolve();
    }
    find(id: string) {
      return Promise.resolve(find(`${this.model}:${id}`));
    }
    findByUid(uid: string) {
      return Promise.resolve(payloads(this.model).find((payload) => payload?.uid === uid));
    }
    findByUserCode() {
      return Promise.resolve(undefined);
    }
    consume(id: string) {
      const payload = find(`${this.model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      return Promise.resolve();
    }
    destroy(id: string) {
      kept.delete(`${this.model}:${id}`);
      return Promise.resolve();
    }
    revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      return Promise.resolve();
    }
  };
}
