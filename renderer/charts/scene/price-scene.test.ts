import { describe, expect, test } from 'vitest';
import { viewportFixture } from '../viewport/viewport.fixture.ts';
import type { FillCounts, Viewport } from '../viewport/viewport.ts';
import { type PriceSceneOptions, priceScene } from './price-scene.ts';
import { pathsOf, stageFixture, textsOf } from './stage.fixture.ts';

const range = { from: 0, to: 40 };
const rising = viewportFixture({ count: 40 });
const options: PriceSceneOptions = {
  candles: 'candles',
  lines: [],
  hidden: new Set(),
  hasVolume: true,
  hasTrades: true,
  selected: null,
  decimals: 1,
};
const sceneOf = (given: Partial<PriceSceneOptions> = {}, viewport: Viewport = rising) =>
  priceScene(stageFixture(viewport, range), { ...options, ...given });
const texts = (scene: ReturnType<typeof sceneOf>) => textsOf(scene).map(({ text }) => text);

describe('a scene of prices', () => {
  test('puts price, lines and volume above each other, equally wide', () => {
    const lines = [
      { id: 'mean', name: 'Mean', decimals: 1 },
      { id: 'mean', name: 'RSI', decimals: 1, pane: 'rsi' },
    ];
    const { panes, plot } = sceneOf({ lines });
    expect(panes.map(({ id }) => id)).toEqual(['price', 'lines rsi', 'volume']);
    expect(panes.map(({ rect }) => rect)).toEqual([
      { x: 0, y: 0, width: 938, height: 307 },
      { x: 0, y: 315, width: 938, height: 90 },
      { x: 0, y: 413, width: 938, height: 65 },
    ]);
    expect(plot).toMatchObject({ x: 0, width: 938 });
    expect(sceneOf({ hasVolume: false }).panes.map(({ id }) => id)).toEqual(['price']);
  });

  test('prices keep half of the height, and all of it where there is little', () => {
    const lines = ['a', 'b', 'c'].map((pane) => ({ id: 'mean', name: pane, decimals: 1, pane }));
    const { panes } = sceneOf({ lines });
    expect(panes.map(({ rect }) => rect.height)).toEqual([196, 67, 67, 67, 49]);
    const low = (height: number) => priceScene({ ...stageFixture(rising, range), height }, options).panes;
    expect(low(120).map(({ id }) => id)).toEqual(['price', 'volume']);
    expect(low(119).map(({ id }) => id)).toEqual(['price']);
  });

  test('holds all prices and lines between the ends of its axis', () => {
    const price = sceneOf().panes[0];
    expect(price?.scale.low).toBeLessThan(-15);
    expect(price?.scale.high).toBeGreaterThan(395);
    const wide = {
      ...rising,
      lines: { far: { ...rising.lines['mean'], max: rising.bars?.close.map(() => 900) } },
    } as Viewport;
    const { panes } = sceneOf({ lines: [{ id: 'far', name: 'Far', decimals: 1 }] }, wide);
    expect(panes[0]?.scale.high).toBeGreaterThan(900);
  });

  test('has the last price in a tag, and no label under it', () => {
    const scene = sceneOf();
    const tag = textsOf(scene).find(({ text }) => text === '390.0');
    expect(tag).toMatchObject({ colour: 'panel', isStrong: true });
    const labels = textsOf(scene).filter(({ colour, align }) => colour === 'muted' && align === 'left');
    expect(labels.map(({ text }) => text)).toContain('300');
    expect(labels.map(({ text }) => text)).not.toContain('400');
    for (const { y } of labels) expect(Math.abs(y - (tag?.y ?? 0))).toBeGreaterThanOrEqual(17);
  });

  test('tells times below the lowest pane', () => {
    expect(
      textsOf(sceneOf())
        .filter(({ align }) => align === 'center')
        .map(({ text }) => text),
    ).toContain('12:00');
  });

  test('draws candles that go up and down in their colours, hollow ones as outlines', () => {
    expect(pathsOf(sceneOf(), 'price', 'up')[0]?.steps).toHaveLength(80);
    expect(pathsOf(sceneOf({ candles: 'hollow' }), 'price', 'up')[0]?.steps).toHaveLength(240);
    expect(pathsOf(sceneOf({ candles: 'bars' }), 'price', 'up')[0]?.steps).toHaveLength(120);
    expect(pathsOf(sceneOf({ candles: 'line' }), 'price', 'text')[0]?.steps).toHaveLength(40);
    const { bars } = rising;
    const falling = { ...rising, bars: bars && { ...bars, open: bars.close, close: bars.open } };
    expect(pathsOf(sceneOf({ candles: 'hollow' }, falling), 'price', 'down')[0]?.steps).toHaveLength(80);
    expect(pathsOf(sceneOf(), 'volume', 'up')[0]).toMatchObject({ layer: { opacity: 0.5 } });
  });

  test('gives lines their colours and dashes by their place', () => {
    const line = (name: string) => ({ id: 'mean', name, decimals: 1 });
    const scene = sceneOf({ lines: [line('A'), line('B')] });
    expect(pathsOf(scene, 'price', 'one')[0]?.layer).toMatchObject({ dash: [], lineWidth: 1.4 });
    expect(pathsOf(scene, 'price', 'two')[0]?.layer).toMatchObject({ dash: [6, 3] });
  });

  test('leaves out hidden lines, and their panes, and keeps the looks of the others', () => {
    const lines = [
      { id: 'far', name: 'Far', decimals: 1 },
      { id: 'mean', name: 'Mean', decimals: 1 },
      { id: 'rsi', name: 'RSI', decimals: 1, pane: 'rsi' },
    ];
    const far = { ...rising.lines['mean'], max: rising.bars?.close.map(() => 900) };
    const viewport = { ...rising, lines: { ...rising.lines, far, rsi: rising.lines['mean'] } } as Viewport;
    const scene = sceneOf({ lines, hidden: new Set(['far', 'rsi']) }, viewport);
    expect(scene.panes.map(({ id }) => id)).toEqual(['price', 'volume']);
    expect(scene.panes[0]?.scale.high).toBeLessThan(500);
    expect(pathsOf(scene, 'price', 'one')).toEqual([]);
    expect(pathsOf(scene, 'price', 'two')[0]?.layer).toMatchObject({ dash: [6, 3] });
    const other = sceneOf({ lines, hidden: new Set(['mean']) }, viewport);
    expect(other.panes.map(({ id }) => id)).toEqual(['price', 'lines rsi', 'volume']);
    expect(pathsOf(other, 'lines rsi', 'three')).toHaveLength(1);
    expect(texts(other)).toContain('rsi');
  });

  test('draws lines of volume over its bars', () => {
    const lines = [{ id: 'mean', name: 'Mean', decimals: 1, pane: 'volume' }];
    const scene = sceneOf({ lines });
    expect(scene.panes.map(({ id }) => id)).toEqual(['price', 'volume']);
    expect(pathsOf(scene, 'volume', 'one')).toHaveLength(1);
    expect(sceneOf({ lines, hasVolume: false }).panes.map(({ id }) => id)).toEqual(['price', 'lines volume']);
  });

  test('has as many panes of lines as its height has room for, one at least, before the volume', () => {
    const lines = ['a', 'b', 'c'].map((pane) => ({ id: 'mean', name: pane, decimals: 1, pane }));
    const idsAt = (height: number) =>
      priceScene({ ...stageFixture(rising, range), height }, { ...options, lines }).panes.map(({ id }) => id);
    expect(idsAt(100)).toEqual(['price', 'lines a']);
    expect(idsAt(199)).toEqual(['price', 'lines a']);
    expect(idsAt(200)).toEqual(['price', 'lines a', 'volume']);
    expect(idsAt(280)).toEqual(['price', 'lines a', 'lines b', 'volume']);
    expect(idsAt(420)).toEqual(['price', 'lines a', 'lines b', 'lines c', 'volume']);
  });

  test('draws few fills as glyphs that can be pointed at, counted ones as badges with room for them', () => {
    const column = (...values: number[]) => Int32Array.from(values);
    const fills = {
      kind: 'fills' as const,
      row: column(5, 9),
      fill: column(0, 1),
      trade: column(3, 3),
      side: column(1, -1),
      isExit: column(0, 1),
      price: Float64Array.of(50, 90),
      pnl: Float64Array.of(Number.NaN, 40),
    };
    const drawn = sceneOf({}, { ...rising, markers: [fills] });
    expect(drawn.glyphs.map(({ trade, shape }) => [trade, shape])).toEqual([
      [3, 'buy'],
      [3, 'exit'],
    ]);
    expect(drawn.glyphs[0]?.x).toBeCloseTo((5.5 / 40) * 938);
    expect(sceneOf({ hasTrades: false }, { ...rising, markers: [fills] }).glyphs).toEqual([]);

    const counts: FillCounts = {
      kind: 'counts',
      firstRow: column(4),
      rows: column(4),
      bought: column(1200),
      sold: column(7),
      pnl: Float64Array.of(-5),
    };
    const counted = sceneOf({}, { ...rising, markers: [counts] });
    expect(counted.glyphs).toEqual([]);
    expect(textsOf(counted).find(({ text }) => text === '▲1.2k ▼7 −')?.colour).toBe('down');
    expect(counted.panes[0]?.scale.low).toBeLessThan(drawn.panes[0]?.scale.low ?? 0);
  });

  test('draws the selected trade in full: its band, its way, its stop and target', () => {
    const selected = {
      trade: 3,
      side: 1,
      entryRow: 5,
      entryPrice: 50,
      exit: { row: 9, price: 90, pnl: 40 },
      stop: 40,
      target: 120,
    };
    const scene = sceneOf({ selected });
    expect(pathsOf(scene, 'price', 'accent').map(({ layer }) => layer.opacity)).toEqual([0.12, undefined]);
    const ways = pathsOf(scene, 'price', 'up').filter(({ layer }) => layer.lineWidth === 2);
    expect(ways).toHaveLength(1);
    expect(pathsOf(scene, 'price', 'down').filter(({ layer }) => layer.dash?.[0] === 6)).toHaveLength(1);
    const open = sceneOf({ selected: { ...selected, exit: null } });
    expect(pathsOf(open, 'price', 'secondary')[0]?.steps[1]).toMatch(/^L 938 /);
  });

  test('without bars it is empty, not broken', () => {
    const scene = sceneOf({}, { ...rising, bars: null });
    expect(texts(scene)).not.toContain('390.0');
    expect(pathsOf(scene, 'price', 'up')).toEqual([]);
  });
});
