import { once } from "node:events";
import { createServer as createWeb } from "node:http";
import type { RequestListener } from "node:http";
import { createServer } from "node:net";
import type { Server, Socket } from "node:net";

/** What the product talks to and does not bring: it can be gone, silent, or there. */
export type Neighbour = { stop(): Promise<void> };

async function listening(server: Server, port: number): Promise<Neighbour> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Takes every connection and never says a word. */
export const silence = async (port: number) => await listening(createServer(), port);

export const web = async (port: number, answer: RequestListener) =>
  await listening(createWeb(answer), port);

/** The least of a mail server (RFC 5321): takes every mail and keeps its text. */
export async function mailServer(port: number) {
  const mails: string[] = [];
  const server = createServer((socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 mail.test");
    let text = "";
    let inData = false;
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (;;) {
        const end = inData ? "\r\n.\r\n" : "\r\n";
        const at = text.indexOf(end);
        if (at === -1) return;
        const line = text.slice(0, at);
        text = text.slice(at + end.length);
        if (inData) {
          inData = false;
          mails.push(line);
          say("250 taken");
        } else if (line.startsWith("DATA")) {
          inData = true;
          say("354 go on");
        } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
  });
  return { ...(await listening(server, port)), mails };
}
