/** Milliseconds since 1970-01-01T00:00:00Z, or a length of time in milliseconds. */
export type Ms = number;

/** Position of a bar in the run's clock, counted from 0. */
export type BarIndex = number;

/** 0.05 means five percent. Percent itself appears only at the edge: flags, screens, reports. */
export type Fraction = number;

/** An amount in the quote currency of the instrument or of the account. */
export type Money = number;
