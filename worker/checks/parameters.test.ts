import { describe, expect, it } from 'vitest';
import { checkedRun, tradesMaking } from './checked-run.fixture.ts';
import { parameters } from './parameters.ts';

const look = (declared: number, trades: number) =>
  parameters.look(checkedRun({ parameters: declared, trades: tradesMaking(...new Array(trades).fill(1)) }));

describe('parameters against trades', () => {
  it('weigh most below ten trades for each', () => {
    expect(look(4, 39)).toMatchObject({
      weight: 0.5,
      message:
        '4 parameters and 39 trades leave 9 trades for each parameter: enough freedom to fit the past by chance.',
    });
    expect(look(4, 40)).toMatchObject({ weight: 0.25 });
  });

  it('are no doubt from twenty on', () => {
    expect(look(4, 79)).toMatchObject({ weight: 0.25 });
    expect(look(4, 80)).toBeNull();
  });

  it('need both', () => {
    expect(look(0, 5)).toBeNull();
    expect(look(4, 0)).toBeNull();
  });
});
