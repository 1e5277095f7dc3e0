import { describe, expect, test } from 'vitest';
import { loadedStrategy, strategy } from './definition.ts';
import { param } from './params.ts';

const define = (members: object) => strategy(members as Parameters<typeof strategy>[0]);

describe('strategy()', () => {
  test('is needed to make one', () => {
    const definition = define({ name: 'x', onBar() {} });
    expect(loadedStrategy(definition)).not.toBeNull();
    for (const forged of [{ ...definition }, Object.create(definition), null, undefined, 'x', () => {}]) {
      expect(loadedStrategy(forged)).toBeNull();
    }
  });

  test('fills in what is left out', () => {
    const loaded = loadedStrategy(define({ name: 'x', onBar() {} }));
    expect(loaded).toMatchObject({ name: 'x', description: '', params: {}, warmup: undefined, onFill: undefined });
    expect(loaded?.state()).toEqual({});
    expect(loaded?.state()).not.toBe(loaded?.state());
    expect(loaded?.setup({} as never)).toBeUndefined();
  });

  test('knows the two forms apart', () => {
    const events = loadedStrategy(define({ name: 'x', onBar() {} }));
    expect(events?.signals).toBeNull();
    const signals = loadedStrategy(
      define({
        name: 'x',
        warmup: 3,
        signals(this: { name: string }, context: unknown) {
          throw new Error(`${this.name} ${String(context)}`);
        },
      }),
    );
    expect(signals).toMatchObject({ warmup: 3, onStart: undefined, onFill: undefined, onEnd: undefined });
    expect(() => signals?.signals?.('planned' as never)).toThrow('x planned');
    expect(() => signals?.setup('set up' as never)).toThrow('x set up');
    expect(signals?.state()).toEqual({});
  });

  test('makes a name that can be printed', () => {
    expect(loadedStrategy(define({ name: 'a\u001b[2Jb\n', onBar() {} }))?.name).toBe('a\uFFFD[2Jb\uFFFD');
  });

  test('keeps this, cuts long names, copies declarations', () => {
    const params = { n: param.int(3, { min: 1, label: 'N' }) };
    const loaded = loadedStrategy(
      define({
        name: 'n'.repeat(500),
        params,
        state(this: object) {
          return this;
        },
        onBar() {},
      }),
    );
    params.n = param.int(9);
    expect(loaded?.name).toHaveLength(100);
    expect(loaded?.params).toEqual({ n: { kind: 'int', default: 3, min: 1, label: 'N' } });
    expect(loaded?.state()).toHaveProperty('onBar');
  });

  test.each([
    [null, 'takes an object'],
    [{ onBar() {} }, 'needs a name'],
    [{ name: ' ', onBar() {} }, 'needs a name'],
    [{ name: 'x' }, 'needs a function onBar'],
    [{ name: 'x', onBar: 1 }, 'needs a function onBar, or signals'],
    [{ name: 'x', signals: {} }, 'signals is a function'],
    [{ name: 'x', signals() {}, onBar() {} }, 'it has signals and onBar, but signals stand alone'],
    [{ name: 'x', signals() {}, setup() {} }, 'it has signals and setup, but signals stand alone'],
    [{ name: 'x', signals() {}, onFill() {} }, 'it has signals and onFill, but signals stand alone'],
    [{ name: 'x', signals() {}, warmup: -1 }, 'warmup is a whole number'],
    [{ name: 'x', onBar() {}, onTick() {} }, 'there is no member onTick. There are name'],
    [{ name: 'x', onBar() {}, setup: 1 }, 'setup is a function'],
    [{ name: 'x', onBar() {}, onFill: {} }, 'onFill is a function'],
    [{ name: 'x', onBar() {}, warmup: -1 }, 'warmup is a whole number'],
    [{ name: 'x', onBar() {}, warmup: 1.5 }, 'warmup is a whole number'],
    [{ name: 'x', onBar() {}, params: { p: 5 } }, 'declare p with param.int'],
    [{ name: 'x', onBar() {}, params: { p: { kind: 'choice', default: 'a' } } }, 'the options are a list of texts'],
  ])('refuses %j', (members, message) => {
    expect(() => define(members as object)).toThrow(message);
  });
});
