/** What a compared run is called, by its place: A, B, C, D. */
export function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place);
}
