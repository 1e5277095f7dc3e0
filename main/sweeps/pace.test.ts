import { expect, it } from 'vitest';
import { Pace } from './pace.ts';

it('begins with one run, and grows step by step to what takes a third of a second', () => {
  const pace = new Pace();
  expect(pace.size).toBe(1);
  pace.tell(1, 1);
  expect(pace.size).toBe(8);
  pace.tell(8, 24);
  expect(pace.size).toBe(64);
  pace.tell(64, 192);
  expect(pace.size).toBe(100);
  pace.tell(100, 600);
  expect(pace.size).toBe(50);
});

it('is never less than one, nor more than a thousand', () => {
  const pace = new Pace();
  pace.tell(1, 60_000);
  expect(pace.size).toBe(1);
  for (let i = 0; i < 20; i++) pace.tell(pace.size, 0);
  expect(pace.size).toBe(1_024);
});
