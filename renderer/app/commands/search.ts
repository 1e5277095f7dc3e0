import type { Command } from './command.ts';

/**
 * Commands that have every word of what was typed, the best first: titles that begin with it, then words of titles
 * that do, then anything else. In the order of the list among equals.
 */
export function searchCommands<C extends Pick<Command, 'title' | 'keywords' | 'group'>>(
  commands: readonly C[],
  typed: string,
): C[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return [...commands];
  const words = query.split(/\s+/);
  return commands
    .flatMap((command) => {
      const rank = rankOf(command, query, words);
      return rank === null ? [] : [{ command, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

function rankOf(
  { title, keywords = [], group }: Pick<Command, 'title' | 'keywords' | 'group'>,
  query: string,
  words: readonly string[],
): number | null {
  const name = title.toLowerCase();
  if (name.startsWith(query)) return 0;
  const named = name.split(/[\s:]+/);
  if (words.every((word) => named.some((part) => part.startsWith(word)))) return 1;
  const all = [name, group.toLowerCase(), ...keywords.map((word) => word.toLowerCase())].join(' ');
  return words.every((word) => all.includes(word)) ? 2 : null;
}
