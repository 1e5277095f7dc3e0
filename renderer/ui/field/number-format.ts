/** Numbers that people type: as many decimals as they have, thousands in groups. */
export const NUMBER_FORMAT: Intl.NumberFormatOptions = { maximumFractionDigits: 12 };
