import { describe, expect, test } from 'vitest';
import { sourcesOf, withoutComments } from './sources.ts';

/** Whatever decides a result: nothing here may depend on when, where or how often it runs. */
const FOLDERS = ['worker/engine', 'worker/indicators', 'worker/metrics', 'worker/strategy', 'shared/domain'];

const BANNED: Record<string, RegExp> = {
  'the wall clock': /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bDate\(\s*\)/,
  'the process clock': /\bperformance\b|\bhrtime\b/,
  chance: /\bMath\.random\b|\bgetRandomValues\b|\brandom(?:Bytes|UUID|Int)\b/,
  'the language of the machine': /\.toLocale\w+\(|\bIntl\b|\blocaleCompare\(/,
  'the zone of the machine':
    /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(/,
  'the process': /\bprocess\.|\bglobalThis\.process\b/,
  waiting: /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bqueueMicrotask\b/,
};

describe('what decides a result', () => {
  test.each(Object.entries(BANNED))('does not use %s', (_, banned) => {
    const sources = FOLDERS.flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(50);
    const wrong = sources.filter(({ text }) => banned.test(withoutComments(text))).map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test.each([
    ['the wall clock', 'const now = new Date();'],
    ['the wall clock', 'const now = Date.now();'],
    ['the process clock', 'performance.now()'],
    ['chance', 'Math.random()'],
    ['the language of the machine', 'value.toLocaleString()'],
    ['the language of the machine', 'new Intl.NumberFormat()'],
    ['the zone of the machine', 'date.getHours()'],
  ])('%s would be noticed: %s', (what, text) => {
    expect(BANNED[what]?.test(withoutComments(`// harmless\n${text} /* harmless */`))).toBe(true);
  });

  test('a date made of a time is none of them', () => {
    const text = 'new Date(time).toISOString(); // Date.now() would be wrong';
    expect(Object.values(BANNED).some((banned) => banned.test(withoutComments(text)))).toBe(false);
  });
});
