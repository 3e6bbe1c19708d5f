import { problem as common } from "@terskel/platform/problems";
import type { Problem } from "@terskel/platform/problems";
import { problem } from "./problems.ts";

const foreignKeyViolation = "23503";
const uniqueViolation = "23505";

/**
 * Waits for a write, and says what the database refused (PostgreSQL, Appendix A): a row that it
 * refers to is not there, or is another organisation's: `not-found`; one like it is there: `taken`.
 */
export async function writing<T>(
  write: Promise<T>,
  taken: (cause: unknown) => Problem = (cause) => problem("name-taken", { cause }),
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === foreignKeyViolation) throw common("not-found", { cause: error });
    if (code === uniqueViolation) throw taken(error);
    throw error;
  }
}

/** Waits for a removal; `inUse` when a row that stays refers to what would go. */
export async function removing<T>(
  removal: Promise<T>,
  inUse: (cause: unknown) => Problem,
): Promise<T> {
  try {
    return await removal;
  } catch (error) {
    if ((error as { code?: string }).code === foreignKeyViolation) throw inUse(error);
    throw error;
  }
}
