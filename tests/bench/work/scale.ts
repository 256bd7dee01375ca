/** How much is done. The short one only shows that the bench still works. */
export type Scale = 'full' | 'quick';

/** What one run of one piece of work gives; `undefined` where this server has no such figure. */
export type Figures = Readonly<Record<string, number>>;

export const sized = <T>(scale: Scale, full: T, quick: T): T => (scale === 'full' ? full : quick);
