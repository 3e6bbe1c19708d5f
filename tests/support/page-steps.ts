/**
 * One step of a journey. Steps build on each other, so the first that fails ends the journey, and
 * says which it was.
 * @throws Error with the step's name
 */
export async function step(what: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`“${what}” failed: ${why}`, { cause: error });
  }
}
