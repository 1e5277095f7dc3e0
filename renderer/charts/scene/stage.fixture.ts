import { RecordingSink } from '../marks/recording-sink.fixture.ts';
import type { RowRange } from '../viewport/row-range.ts';
import type { Viewport } from '../viewport/viewport.ts';
import type { PathLayer, Scene, TextLayer } from './scene.ts';
import type { Stage } from './stage.ts';

/** A stage of 1000 × 500 px whose colours are called by their names. */
export function stageFixture(viewport: Viewport, range: RowRange): Stage {
  return {
    viewport,
    range,
    width: 1000,
    height: 500,
    pixelRatio: 1,
    palette: {
      panel: 'panel',
      raised: 'raised',
      border: 'border',
      text: 'text',
      textSecondary: 'secondary',
      textMuted: 'muted',
      accent: 'accent',
      up: 'up',
      down: 'down',
      warn: 'warn',
      categories: ['one', 'two', 'three', 'four', 'five', 'six'],
      fontFamily: 'sans-serif',
      fontSize: 10,
    },
  };
}

export function textsOf(scene: Scene): TextLayer[] {
  return scene.panes.flatMap(({ layers, outside }) => [...layers, ...outside]).filter((layer) => layer.kind === 'text');
}

/** Paths of a pane with this colour that draw something. */
export function pathsOf(scene: Scene, pane: string, colour: string): { layer: PathLayer; steps: string[] }[] {
  return (scene.panes.find(({ id }) => id === pane)?.layers ?? []).flatMap((layer) => {
    if (layer.kind !== 'path' || (layer.fill !== colour && layer.stroke !== colour)) return [];
    const sink = new RecordingSink();
    layer.trace(sink);
    return sink.steps.length > 0 ? [{ layer, steps: sink.steps }] : [];
  });
}
