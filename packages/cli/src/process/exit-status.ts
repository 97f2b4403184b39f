/** Exit statuses of the command. The last three are 128 and the number of a signal, as in shells. */
export const ExitStatus = {
  success: 0,
  failure: 1,
  usageError: 2,
  rejected: 3,
  interrupted: 130,
  outputClosed: 141,
  terminated: 143,
} as const;
