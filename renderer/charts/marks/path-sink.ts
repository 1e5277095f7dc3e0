/** What a shape is drawn into: the part of a canvas context that all shapes get by with. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  closePath(): void;
}

/** Puts a place on the screen's own grid of pixels, so that edges are sharp. */
export function snapTo(pixelRatio: number): (place: number) => number {
  return (place) => Math.round(place * pixelRatio) / pixelRatio;
}
