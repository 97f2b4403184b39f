/** Exit statuses of the command. */
export const ExitStatus = { success: 0, failure: 1, usageError: 2, rejected: 3, interrupted: 130 } as const;
