/** Why a figure falls short, by work and figure, or by work. Kept beside the command so that a new run cannot lose it; a figure that is met again is not shown. */
export const shortfalls: Readonly<Record<string, string>> = {};
