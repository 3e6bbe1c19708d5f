const HARDWARE_MS = 2000;

/** Waits for the hardware, or for who else may never answer, and not for longer than is given. @throws what it throws, or that it did not answer */
export async function settledInTime(moving: Promise<void>, withinMs = HARDWARE_MS): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("no answer in time")), withinMs);
  try {
    await Promise.race([moving, late]);
  } finally {
    clearTimeout(timer);
  }
}
