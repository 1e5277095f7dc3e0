import type { Rule } from './rule.ts';

const HEAD = `# The trading lint

The type checker knows TypeScript; the lint knows trading. It reads the text of a strategy, runs nothing, and points at
what spoils backtests: looks ahead, results that can't be repeated, trades that never end. It would rather miss
something than cry wolf, so a clean text is no proof: a strategy that doesn't look ahead gives the same orders on data that
end earlier, up to that end.

A finding is an _error_ where results are wrong, a _warning_ where they most often are. Some come with a fix.

To allow one, say why, at the end of its line or on a line of its own before it:

\`\`\`ts
// lint-allow order-without-exit: bought once and held to the end
\`\`\`

Without a reason the comment doesn't count.

| rule | severity | |
| --- | --- | --- |`;

/** What docs/lint.md says, made of the rules. */
export function lintPage(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, title }) => `| [${id}](#${id}) | ${severity} | ${title} |`);
  return `${[HEAD, ...rows].join('\n')}\n\n${rules.map(section).join('\n')}`;
}

function section({ id, title, why, bad, good }: Rule): string {
  return `## ${id}

**${title}**

${why}

Not so:

\`\`\`ts
${bad}\`\`\`

But:

\`\`\`ts
${good}\`\`\`
`;
}
