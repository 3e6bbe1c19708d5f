import { createServer } from "node:net";

/**
 * Below what the system gives to whoever connects, in blocks whose ports and neighbours do not meet; above 10080,
 * to which no browser goes.
 */
const [lowest, blocks, block, ports] = [11_000, 7, 3000, 500];
let taken = 0;

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/**
 * A port whose neighbours that the product uses (+1000, +2001, +2002) are free too; each test process
 * has eight of its own, as some time goes by until the port that was free is used.
 * @throws Error when none is
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < blocks * ports; tries += 1) {
    const slot = (process.pid * 8 + taken) % (blocks * ports);
    taken += 1;
    const port = lowest + block * Math.floor(slot / ports) + 2 * (slot % ports);
    const wanted = [port, port + 1000, port + 2001, port + 2002];
    if ((await Promise.all(wanted.map(isFree))).every(Boolean)) return port;
  }
  throw new Error("No port is free.");
}
