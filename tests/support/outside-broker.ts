import { createServer } from "node:net";
import { Aedes } from "aedes";

/**
 * A broker as a process of its own: `node outside-broker.ts PORT`. It keeps nothing on disk, so a
 * restart forgets every session, subscription and undelivered message: the worst a broker can do.
 */
const broker = await Aedes.createBroker();
const server = createServer((socket) => broker.handle(socket));
server.listen(Number(process.argv[2]), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit(0));
