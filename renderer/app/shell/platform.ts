/** Keys have other names on Macs. */
export const isMac = /Mac/.test(globalThis.navigator.userAgent);
