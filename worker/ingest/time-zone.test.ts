import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeZone } from './time-zone.ts';

const HOUR = 3_600_000;

describe('timeZone', () => {
  const newYork = timeZone('America/New_York');

  it('follows summer time', () => {
    expect(newYork.toUtc(Date.UTC(2021, 0, 15, 9, 30))).toBe(Date.UTC(2021, 0, 15, 14, 30));
    expect(newYork.toUtc(Date.UTC(2021, 6, 15, 9, 30))).toBe(Date.UTC(2021, 6, 15, 13, 30));
  });

  it('changes the offset at the right minute', () => {
    expect(newYork.toUtc(Date.UTC(2021, 2, 14, 1, 59))).toBe(Date.UTC(2021, 2, 14, 6, 59));
    expect(newYork.toUtc(Date.UTC(2021, 2, 14, 3, 0))).toBe(Date.UTC(2021, 2, 14, 7, 0));
    expect(newYork.toUtc(Date.UTC(2021, 10, 7, 0, 59))).toBe(Date.UTC(2021, 10, 7, 4, 59));
    expect(newYork.toUtc(Date.UTC(2021, 10, 7, 2, 0))).toBe(Date.UTC(2021, 10, 7, 7, 0));
  });

  it('reads a skipped hour as if clocks had not been moved, and the first of a repeated hour', () => {
    expect(newYork.toUtc(Date.UTC(2021, 2, 14, 2, 30))).toBe(Date.UTC(2021, 2, 14, 7, 30));
    expect(newYork.toUtc(Date.UTC(2021, 10, 7, 1, 30))).toBe(Date.UTC(2021, 10, 7, 5, 30));
  });

  it('gives a moment whose wall clock shows what was read', () => {
    const show = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const berlin = timeZone('Europe/Berlin');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 366 * 24 }), (hours) => {
        const utc = Date.UTC(1990, 0, 1) + hours * HOUR;
        const wall = Date.parse(`${show.format(utc).replace(' ', 'T')}Z`);
        const back = berlin.toUtc(wall);
        // Of an hour that happens twice the first is meant.
        expect([utc, utc - HOUR]).toContain(back);
        expect(show.format(back)).toBe(show.format(utc));
      }),
    );
  });

  it('leaves UTC alone and refuses zones that do not exist', () => {
    expect(timeZone('UTC').toUtc(5)).toBe(5);
    expect(timeZone('Asia/Kolkata').toUtc(0)).toBe(-5.5 * HOUR);
    expect(() => timeZone('Atlantis')).toThrow(RangeError);
  });
});
