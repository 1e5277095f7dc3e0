import { describe, expect, test } from 'vitest';
import { viewportFixture } from '../viewport/viewport.fixture.ts';
import type { Viewport } from '../viewport/viewport.ts';
import { type SeriesSceneOptions, seriesScene, shownLine } from './series-scene.ts';
import { pathsOf, stageFixture, textsOf } from './stage.fixture.ts';

const range = { from: 0, to: 40 };
const depth = Float64Array.from({ length: 40 }, (_, index) => -index / 100);
const base = viewportFixture({ count: 40, close: Array.from({ length: 40 }, (_, index) => 100 * 1.1 ** index) });
const viewport: Viewport = {
  ...base,
  lines: {
    ...base.lines,
    other: { min: depth, max: depth, last: depth },
    drawdown: { min: depth, max: depth, last: depth },
  },
};
const options: SeriesSceneOptions = {
  lines: [
    { id: 'mean', name: 'Run' },
    { id: 'other', name: 'Held' },
  ],
  drawdown: 'drawdown',
  shaded: [],
  mode: 'linear',
  decimals: 2,
};
const sceneOf = (given: Partial<SeriesSceneOptions> = {}) =>
  seriesScene(stageFixture(viewport, range), { ...options, ...given });
const labels = (scene: ReturnType<typeof sceneOf>) => textsOf(scene).map(({ text }) => text);

describe('a scene of lines', () => {
  test('has the drawdown below, from its deepest up to 0', () => {
    const { panes } = sceneOf();
    expect(panes.map(({ id }) => id)).toEqual(['lines', 'drawdown']);
    expect(panes[1]?.scale.high).toBe(0);
    expect(panes[1]?.scale.low).toBeCloseTo(-0.39 * 1.12);
    expect(panes[1]?.label(-0.1234)).toBe('−12.34\u2009%');
    expect(pathsOf(sceneOf(), 'drawdown', 'down')).toHaveLength(2);
    expect(sceneOf({ drawdown: null }).panes.map(({ id }) => id)).toEqual(['lines']);
  });

  test('draws the first line last and boldest', () => {
    const strokes = sceneOf().panes[0]?.layers.flatMap((layer) =>
      layer.kind === 'path' && layer.stroke ? [layer] : [],
    );
    expect(strokes?.map(({ stroke, lineWidth }) => [stroke, lineWidth])).toEqual([
      ['two', 1.3],
      ['one', 1.6],
    ]);
  });

  test('is linear, logarithmic, or change since the left edge', () => {
    const place = (given: Partial<SeriesSceneOptions>) =>
      sceneOf({ ...given, lines: [{ id: 'mean', name: 'Run' }] }).panes[0]?.scale;
    const linear = place({});
    expect(linear?.value(linear.y(1000))).toBeCloseTo(1000);
    const log = place({ mode: 'log' });
    expect((log?.y(200) ?? 0) - (log?.y(400) ?? 0)).toBeCloseTo((log?.y(400) ?? 0) - (log?.y(800) ?? 0));
    const returns = sceneOf({ mode: 'returns', lines: [{ id: 'mean', name: 'Run' }] });
    expect(labels(returns)).toContain('+2,000\u2009%');
    expect(returns.panes[0]?.label(0.125)).toBe('+12.50\u2009%');
  });

  test('returns begin at 0 at the first value in view', () => {
    const line = {
      min: Float64Array.of(1, Number.NaN, 8),
      max: Float64Array.of(1, Number.NaN, 12),
      last: Float64Array.of(1, Number.NaN, 10),
    };
    expect(shownLine(line, 'linear', { start: 0, end: 3 })).toBe(line);
    expect([...shownLine(line, 'returns', { start: 0, end: 3 }).max]).toEqual([0, Number.NaN, 11]);
    expect([...shownLine(line, 'returns', { start: 1, end: 3 }).last]).toEqual([-0.9, Number.NaN, 0]);
  });

  test('shades parts of the rows, and names those that are wide enough', () => {
    const shaded = [
      { range: { from: 30, to: 400 }, name: 'out-of-sample' },
      { range: { from: 2, to: 3 }, name: 'too narrow' },
      { range: { from: 100, to: 200 }, name: 'beyond' },
    ];
    const scene = sceneOf({ shaded });
    expect(pathsOf(scene, 'lines', 'accent').map(({ steps }) => steps[0]?.split(' ')[1])).toEqual(['703.5', '46.9']);
    expect(pathsOf(scene, 'drawdown', 'accent')).toHaveLength(2);
    expect(labels(scene).filter((text) => shaded.some(({ name }) => name === text))).toEqual(['out-of-sample']);
  });
});
