import type { PathSink } from './path-sink.ts';

/** Keeps what is drawn, one text a step: `M 1 2`, `L 3 4`, `R x y w h`, `A x y r`, `Z`. */
export class RecordingSink implements PathSink {
  readonly steps: string[] = [];

  moveTo(x: number, y: number): void {
    this.steps.push(`M ${x} ${y}`);
  }
  lineTo(x: number, y: number): void {
    this.steps.push(`L ${x} ${y}`);
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.steps.push(`R ${x} ${y} ${width} ${height}`);
  }
  arc(x: number, y: number, radius: number): void {
    this.steps.push(`A ${x} ${y} ${radius}`);
  }
  closePath(): void {
    this.steps.push('Z');
  }
}
