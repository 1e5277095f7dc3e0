import type { Page } from '@playwright/test';

/** What a page holds on to, once all that nobody needs is gone. */
export interface LiveObjects {
  heapBytes: number;
  /** Of the document, and of parts that were taken out of it and are still held. */
  nodes: number;
  /** Those of the charts, wherever they are. */
  canvases: number;
}

export async function liveObjects(page: Page): Promise<LiveObjects> {
  const session = await page.context().newCDPSession(page);
  try {
    // What a collection frees may have held what the next one frees.
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    return { heapBytes: usedSize, nodes, canvases: await countOf(session, 'HTMLCanvasElement') };
  } finally {
    await session.detach();
  }
}

async function countOf(session: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>, type: string) {
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: `${type}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId ?? '' });
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return Number(count.value);
}
