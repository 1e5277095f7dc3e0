import { sentence } from '#shared/domain/sentence.ts';

/** What the comment says that a strategy begins with; empty texts where it says nothing. */
export interface StrategyDoc {
  /** After `@title`. */
  title: string;
  /** After `@kind`. */
  kind: string;
  /** The first paragraph without a tag. */
  description: string;
  /** After `@fails`, or in a paragraph that begins with `When it fails:`. */
  fails: string;
  /** After `@data`. */
  data: string;
}

const FAILS = /^When it fails:\s*/;

/**
 * Reads the comment at the top of a strategy:
 *
 *     @title Pyramid by average ranges
 *     @kind trend
 *
 *     Begins small and adds while it is right.
 *
 *     @fails A trend that turns soon loses more than the first unit earned.
 *     @data sp500-2000.csv: daily bars of one symbol.
 *
 * A tag's text goes on until the next tag or an empty line.
 */
export function strategyDoc(source: string): StrategyDoc {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const paragraphs = comment
    .replace(/^[ \t]*\*?[ \t]*/gm, '')
    .split(/\n\s*\n|\n(?=@)/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const tagged = (tag: string) =>
    paragraphs
      .find((paragraph) => paragraph.startsWith(`@${tag} `))
      ?.slice(tag.length + 2)
      .trim() ?? '';
  const failing = paragraphs.find((paragraph) => FAILS.test(paragraph))?.replace(FAILS, '');
  const plain = paragraphs.filter((paragraph) => !paragraph.startsWith('@'));
  return {
    title: tagged('title'),
    kind: tagged('kind'),
    description: plain.find((paragraph) => !FAILS.test(paragraph)) ?? '',
    fails: tagged('fails') || (failing === undefined ? '' : sentence(failing)),
    data: tagged('data'),
  };
}
