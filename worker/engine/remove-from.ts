/** Takes an element out of a list without making an array of what was taken, as splice does. */
export function removeFrom<T>(list: T[], element: T): void {
  const last = list.length - 1;
  for (let i = list.indexOf(element); i < last; i++) list[i] = list[i + 1] as T;
  list.pop();
}
