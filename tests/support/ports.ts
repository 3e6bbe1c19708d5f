import { createServer } from "node:net";

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** A port whose neighbours the product uses (+1000, +2000, +2001) are free too. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    const wanted = [port, port + 1000, port + 2000, port + 2001];
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return port;
  }
}
