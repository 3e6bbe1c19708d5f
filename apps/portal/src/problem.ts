/** One wrong field of a request: `path` as the server names it (`body.email`); `message` in the reader's language. */
export type FieldError = {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
};

/** Why a call failed: RFC 9457 problem details, or one of the codes below when no server answered. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** HTTP status; 0 when there was no answer (`offline`, `timeout`). */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  /** For the reader, in the reader's language. Empty when no server wrote it. */
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before another attempt, where the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: {
    status: number;
    code: string;
    title?: string | undefined;
    detail?: string | undefined;
    errors?: readonly FieldError[] | undefined;
    retryAfterSeconds?: number | undefined;
  }) {
    super(`${problem.status} ${problem.code}`);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title ?? "";
    this.detail = problem.detail ?? "";
    this.errors = problem.errors ?? [];
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

export function isProblem(error: unknown, ...codes: string[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}

/** Not signed in, or no longer. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}
