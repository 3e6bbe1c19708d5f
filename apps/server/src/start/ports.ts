import { createServer } from "node:net";
import { StartError } from "./data-folder.ts";

/**
 * Looks whether the ports can be had, before anything is started.
 * @param hostSetting setting of the address
 * @param ports setting -> port
 * @throws StartError naming the first that is taken, and the setting that changes it
 */
export async function needPorts(
  hostSetting: string,
  host: string,
  ports: Record<string, number>,
): Promise<void> {
  for (const [setting, port] of Object.entries(ports)) {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer();
      probe.once("error", (error: NodeJS.ErrnoException) => {
        const why =
          error.code === "EADDRINUSE"
            ? `Port ${port} is taken. Stop the program that uses it, or set ${setting} to another.`
            : `${host}:${port} cannot be listened on (${error.code}). Set ${hostSetting} or ${setting}.`;
        reject(new StartError(why, { cause: error }));
      });
      probe.listen(port, host, () => probe.close(() => resolve()));
    });
  }
}
