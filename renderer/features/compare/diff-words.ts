import type { RunDifference } from '#shared/contract/run-diff.ts';
import { formatDay, formatTime } from '../../ui/format/time-utc.ts';

type ManifestChange = RunDifference['manifest'][number];
type Divergence = NonNullable<RunDifference['divergence']>;

export interface ChangeInWords {
  /** `fast`, `SP500, bars`. */
  name: string;
  a: string;
  b: string;
}

export interface ChangeGroup {
  title: string;
  changes: ChangeInWords[];
}

const TITLES: readonly (readonly [ManifestChange['area'], string])[] = [
  ['parameter', 'Parameters'],
  ['data', 'Data'],
  ['instrument', 'Instruments'],
  ['code', 'Code'],
  ['costs', 'Costs'],
  ['capital', 'Capital'],
  ['account', 'Account'],
  ['semantics', 'Fill rules'],
  ['seed', 'Seed'],
  ['engine', 'Engine'],
  ['other', 'Other'],
];

const FIELDS: Readonly<Record<string, string>> = {
  sha256: 'content',
  rows: 'bars',
  firstTime: 'first bar',
  lastTime: 'last bar',
  strategy: 'source',
};

/** What two runs were told differently, by what it is about, the parameters first. */
export function changesInWords({ manifest }: Pick<RunDifference, 'manifest'>): ChangeGroup[] {
  return TITLES.map(([area, title]) => ({
    title,
    changes: manifest.filter((change) => change.area === area).map(changeInWords),
  })).filter(({ changes }) => changes.length > 0);
}

function changeInWords({ path, a, b }: ManifestChange): ChangeInWords {
  const [part = '', ...rest] = path;
  const parts = rest.length === 0 ? [part] : rest;
  const field = path.at(-1) ?? '';
  return {
    name:
      parts
        .filter((one) => !(one === 'sha256' && part === 'strategy'))
        .map(fieldName)
        .join(', ') || fieldName(part),
    a: valueInWords(a, field),
    b: valueInWords(b, field),
  };
}

function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}

const HASH = /^[0-9a-f]{64}$/;

function valueInWords(json: string | null, field: string): string {
  if (json === null) return 'not set';
  const value: unknown = JSON.parse(json);
  if (typeof value === 'number' && /(first|last)Time$/.test(field)) return momentInWords(value);
  return inWords(value);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return HASH.test(value) ? `${value.slice(0, 12)}…` : value;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const { model, ...members } = value as Record<string, unknown>;
  const text = Object.entries(members)
    .map(([name, member]) => `${fieldName(name)} ${inWords(member)}`)
    .join(', ');
  if (model === undefined) return text;
  return text === '' ? inWords(model) : `${inWords(model)} (${text})`;
}

const ASPECTS: Record<Divergence['aspect'], string> = {
  decision: 'They asked for different things.',
  refusal: 'One was refused what the other one got.',
  size: 'They traded different sizes.',
  costs: 'They were charged differently.',
  execution: 'The same order was filled differently.',
  account: 'The account alone came apart.',
};

/** The first thing that two runs, A and B, did not do alike, in two sentences. */
export function divergenceInWords(divergence: Divergence): { title: string; what: string } {
  return {
    title: `They part on ${momentInWords(divergence.time)}`,
    what: `${ASPECTS[divergence.aspect]} ${whatDiffers(divergence)}`,
  };
}

function whatDiffers(divergence: Divergence): string {
  if (divergence.kind === 'equity') return 'All orders and fills are the same, equity is not.';
  const { a, b, fields } = divergence;
  const named = fields.map((field) => field.replace('.', ' ')).join(', ');
  if (divergence.kind === 'engine-fill') {
    if (a !== null && b !== null) return `A close by the engine differs in ${named}.`;
    return `A position was closed by the engine in ${a === null ? 'B' : 'A'} only.`;
  }
  if (divergence.onlyIn === null) return `Order ${divergence.a?.id ?? ''} differs in ${named}.`;
  const [has, lacks, sent] = divergence.onlyIn === 'a' ? ['A', 'B', divergence.a] : ['B', 'A', divergence.b];
  const order = sent === null ? '' : ` to ${sent.side} ${sent.symbol} (${sent.role}, ${sent.type})`;
  return `${has} sent an order${order} that ${lacks} did not send.`;
}

const DAY = 86_400_000;

/** A moment, UTC; without the time of day at midnight, where bars of a day and longer open. */
export function momentInWords(time: number): string {
  return time % DAY === 0 ? formatDay(time) : formatTime(time);
}

/** The fills of what parted, a sentence each, with the letter of their run. */
export function partingFills({ divergence }: Pick<RunDifference, 'divergence'>): { letter: string; why: string }[] {
  if (divergence === null || divergence.kind === 'equity') return [];
  return (['a', 'b'] as const).flatMap((side) => {
    const one = divergence[side];
    // Where only one run sent the order, the other one's next order stands beside it, which tells nothing.
    const isBeside = divergence.kind === 'order' && divergence.onlyIn !== null && divergence.onlyIn !== side;
    if (one === null || isBeside) return [];
    const fills = 'fills' in one ? one.fills : [one];
    return fills.map(({ why }) => ({ letter: side.toUpperCase(), why }));
  });
}

/** What came out the same, where nothing parted. */
export function samenessInWords({ isEqual, divergence }: Pick<RunDifference, 'isEqual' | 'divergence'>): string | null {
  if (isEqual) return 'Equal: the same manifest gave the same result, to the last bit.';
  if (divergence === null) return 'Orders, fills and equity are the same, though the runs were told different things.';
  return null;
}
