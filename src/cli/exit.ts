/** Exit statuses of every command: done, found something wrong, wrong use. */
export const EXIT = { done: 0, found: 1, wrongUse: 2 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]
