// Mutations that no check can notice, because nothing that anybody can observe changes. A reason without such a
// mutation fails the run.

/** Reasons by the ID of the mutation. @type {Readonly<Record<string, string>>} */
export const equivalent = {};
