/** Exit statuses of the command. */
export const ExitStatus = { done: 0, failed: 1, wrongUse: 2, refused: 3, interrupted: 130 } as const;
