/** Stands for the resolver that downloads what a description refers to by http: nothing is loaded from other hosts. */
export const canRead = false;
