import type { ViewportQuery } from '../../../renderer/charts/viewport/viewport-source.ts';
import { pyramidOf } from './pyramid.ts';

/** First message: the rows of the series. All others: a query with a number, answered under the same number. */
let query: ReturnType<typeof pyramidOf> | null = null;

self.onmessage = ({ data }: MessageEvent<{ rows: number } | { id: number; query: ViewportQuery }>) => {
  if ('rows' in data) {
    query = pyramidOf(data.rows);
    self.postMessage('ready');
  } else if (query !== null) {
    self.postMessage({ id: data.id, viewport: query(data.query) });
  }
};
