/** Whatever asks for something that a chart shows. */
export type ChartPart = 'plot' | 'overview' | 'table';

/** How the asking of a chart is told of and begun again: both by its screen, which knows the reader and the host. */
export interface ChartAsking {
  /** Where it becomes another number, what is in view is asked for once more. */
  attempt?: number;
  /** What a part's query threw, but for an abort. */
  onError: (error: unknown, part: ChartPart) => void;
  /** A part was answered, or no longer asks: what it couldn't get before is of no concern any more. */
  onAnswer?: (part: ChartPart) => void;
}
