/** Words of a library or of the system as they fit into a sentence of ours: without a full stop of their own. */
export function clause(text: string): string {
  return text.trim().replace(/\.+$/, '');
}

/**
 * Words of a library or of the system as a sentence of ours: a capital letter first, unless the text begins with
 * code such as `super()`, and one full stop at the end, unless it asks or exclaims.
 */
export function sentence(text: string): string {
  const words = clause(text).replace(/^[a-z](?=[a-z]*[\s,])/, (first) => first.toUpperCase());
  return /[!?]$/.test(words) ? words : `${words}.`;
}
