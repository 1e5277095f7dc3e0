import { type CompiledStrategy, STACK_NAME } from './compile.ts';
import { splitLines } from './source-text.ts';

export interface LocatedError {
  /** One text for people, at most 2,000 characters, without control characters. */
  message: string;
  /** In the strategy's file, from 1; null when nothing says where it happened. */
  line: number | null;
  column: number | null;
}

const LONGEST_MESSAGE = 2_000;
const FRAME = new RegExp(`\\b${STACK_NAME}:(\\d+):(\\d+)\\)?$`);

/**
 * What a strategy threw and where: the innermost place inside its own file. The thrown value is as untrusted as
 * the strategy: nothing that it is or does makes this function throw.
 */
export function locateError(thrown: unknown, compiled: CompiledStrategy): LocatedError {
  return { message: messageOf(thrown), ...placeOf(stackOf(thrown), compiled) };
}

function messageOf(thrown: unknown): string {
  const text = attempt(() => describe(thrown)) ?? 'The strategy threw a value that can not be shown.';
  const printable = text.slice(0, LONGEST_MESSAGE).replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
  return text.length > LONGEST_MESSAGE ? `${printable.slice(0, -1)}…` : printable;
}

function describe(thrown: unknown): string | undefined {
  if (typeof thrown === 'string') return thrown || undefined;
  if (typeof thrown === 'function') return undefined;
  if (typeof thrown !== 'object' || thrown === null) return `The strategy threw ${String(thrown)}.`;
  const { message, name } = thrown as Record<string, unknown>;
  for (const text of [message, name]) if (typeof text === 'string' && text !== '') return text;
  return undefined;
}

function placeOf(stack: string, { source, headLength }: CompiledStrategy): Pick<LocatedError, 'line' | 'column'> {
  const lines = splitLines(source);
  for (const frame of stack.split('\n')) {
    const [, line = NaN, column = NaN] = (FRAME.exec(frame) ?? []).map(Number);
    const place = { line, column: line === 1 ? column - headLength : column };
    const length = lines[line - 1]?.length ?? -1;
    // The frames of the code around the strategy's lie outside its text.
    if (place.column >= 1 && place.column <= length + 1) return place;
  }
  return { line: null, column: null };
}

/** Under lockdown an error hides its stack from the strategy; the host's getStackString still has it. */
export function stackOf(thrown: unknown): string {
  const hidden = (globalThis as { getStackString?: (error: unknown) => unknown }).getStackString;
  const stack = attempt(() => (hidden ? hidden(thrown) : (thrown as Error).stack));
  return typeof stack === 'string' ? stack : '';
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
