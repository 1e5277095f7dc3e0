import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { readPalette, watchPalette } from '../scene/palette.ts';
import { drawHeat, type HeatPicture } from './draw-heat.ts';
import { type HeatLayout, heatLayout } from './heat-layout.ts';

/**
 * Draws a heat map into a canvas: anew with each picture, size and theme.
 * @returns where its cells lie; null before it was drawn
 */
export function useHeatCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  picture: Omit<HeatPicture, 'layout'>,
): HeatLayout | null {
  const [layout, setLayout] = useState<HeatLayout | null>(null);
  const { columns, rows, values, marked, focused } = picture;
  const draw = useEffectEvent(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element == null || context == null || element.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = element;
    const palette = readPalette(element);
    const placed = heatLayout(width, height, palette.fontSize, columns.length, rows.length);
    element.width = Math.round(width * window.devicePixelRatio);
    element.height = Math.round(height * window.devicePixelRatio);
    drawHeat(context, { ...picture, layout: placed }, palette);
    setLayout(placed);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the picture shows is what it follows
  useEffect(() => draw(), [columns, rows, values, marked, focused]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => draw());
    if (canvas.current !== null) sizes.observe(canvas.current);
    const leavePalette = watchPalette(() => draw());
    void document.fonts.ready.then(() => draw());
    return () => {
      sizes.disconnect();
      leavePalette();
    };
  }, [canvas]);
  return layout;
}
