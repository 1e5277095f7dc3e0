import { describe, expect, test } from 'vitest';
import { exactScale, logScale, roomyScale, rowScale } from './scene.ts';

const rect = { x: 0, y: 10, width: 500, height: 100 };

describe('scales', () => {
  test('rows lie evenly over the plot', () => {
    const x = rowScale({ from: 100, to: 200 }, { x: 20, width: 500 });
    expect([x(100), x(150), x(200)]).toEqual([20, 270, 520]);
  });

  test('an exact one ends at its values, and reads them back', () => {
    const scale = exactScale(5, 15, rect);
    expect([scale.y(5), scale.y(15), scale.value(60)]).toEqual([110, 10, 10]);
    expect(exactScale(3, 3, rect)).toMatchObject({ low: 3, high: 4 });
  });

  test('a roomy one leaves 6 % above and below, and more below where it is asked to', () => {
    expect(roomyScale(0, 100, rect).low).toBeCloseTo(-6);
    const { low, high, y } = roomyScale(0, 100, rect, 20);
    expect(high).toBeCloseTo(106);
    expect(low).toBeCloseTo(-34);
    expect(y(-6)).toBeCloseTo(90);
  });

  test('a single value stands in the middle', () => {
    expect(roomyScale(50, 50, rect).y(50)).toBeCloseTo(60);
    expect(roomyScale(0, 0, rect).y(0)).toBeCloseTo(60);
  });

  test('a logarithmic one has equal distances for equal ratios and no place below 0', () => {
    const { y, value } = logScale(1, 100, rect);
    expect(y(1) - y(10)).toBeCloseTo(y(10) - y(100));
    expect(value(y(42))).toBeCloseTo(42);
    expect(y(0)).toBeNaN();
  });
});
