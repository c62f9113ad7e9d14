/** The room beside the plot of a wide flood curve; the handle beneath keeps to it too. */

/** Left and right of the plot, in user units. */
export const MARGIN = { left: 40, right: 12 } as const
