import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftSession, type Files, type StoredDraft } from './draft-session.ts';

const MAIN = 'main.ts';
const refusal = (code: string) =>
  Object.assign(new Error('refused'), { data: { kind: 'usage', code, message: 'No.' } });

/** A host with one draft, which refuses a version that isn't its own. */
class Host {
  stored: StoredDraft = { version: 1, files: { [MAIN]: 'a' } };
  replaced: Files[] = [];
  saves = 0;
  error: Error | null = null;
  /** Resolves when a save may be answered. */
  gate: Promise<void> = Promise.resolve();

  save = async (version: number, files: Files) => {
    this.saves++;
    await this.gate;
    if (this.error !== null) throw this.error;
    if (version !== this.stored.version) throw refusal('usage.stale-draft');
    this.stored = { version: version + 1, files };
    return { version: version + 1 };
  };
  read = async () => this.stored;
  onReplaced = (files: Files) => void this.replaced.push(files);

  /** Another window saves. */
  change(text: string): StoredDraft {
    this.stored = { version: this.stored.version + 1, files: { [MAIN]: text } };
    return this.stored;
  }
}

let host: Host;
let session: DraftSession;
beforeEach(() => {
  vi.useFakeTimers();
  host = new Host();
  session = new DraftSession(host.stored, host);
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(1_000);

describe('a draft that is open', () => {
  test('is saved by itself, once for many changes, while the typing goes on', async () => {
    session.edit(MAIN, 'ab');
    expect(session.state.kind).toBe('changed');
    await vi.advanceTimersByTimeAsync(500);
    session.edit(MAIN, 'abc');
    await vi.advanceTimersByTimeAsync(250);
    expect(host.stored).toEqual({ version: 2, files: { [MAIN]: 'abc' } });
    expect(host.saves).toBe(1);
    expect(session.state.kind).toBe('saved');
    expect(session.version).toBe(2);
  });

  test('saves what was typed while a save was on its way', async () => {
    let open = () => {};
    host.gate = new Promise((resolve) => {
      open = resolve;
    });
    session.edit(MAIN, 'ab');
    await settle();
    expect(session.state.kind).toBe('saving');
    session.edit(MAIN, 'abc');
    expect(session.state.kind).toBe('saving');
    open();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.state.kind).toBe('changed');
    await settle();
    expect(host.stored).toEqual({ version: 3, files: { [MAIN]: 'abc' } });
  });

  test('is saved at once when asked', async () => {
    session.edit('lib/bands.ts', 'x');
    expect(await session.flush()).toBe(true);
    expect(host.stored.files).toEqual({ [MAIN]: 'a', 'lib/bands.ts': 'x' });
    session.edit('lib/bands.ts', null);
    await session.flush();
    expect(host.stored.files).toEqual({ [MAIN]: 'a' });
    expect(await session.flush()).toBe(true);
    expect(host.saves).toBe(2);
  });

  test('is not saved for a text that it has already', async () => {
    session.edit(MAIN, 'a');
    await settle();
    expect(host.saves).toBe(0);
  });

  test('tells who listens, until they stop', () => {
    const listener = vi.fn();
    const stop = session.subscribe(listener);
    session.edit(MAIN, 'b');
    session.edit(MAIN, 'c');
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
    session.edit(MAIN, 'd');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  test('takes over what another window saved, as long as nothing was changed here', () => {
    session.arrived(host.change('theirs'));
    expect(session.files).toEqual({ [MAIN]: 'theirs' });
    expect(host.replaced).toEqual([{ [MAIN]: 'theirs' }]);
    session.arrived({ version: 1, files: { [MAIN]: 'old' } });
    expect(session.files).toEqual({ [MAIN]: 'theirs' });
  });

  test('asks where both were changed, and keeps mine', async () => {
    session.edit(MAIN, 'mine');
    session.arrived(host.change('theirs'));
    expect(session.state).toEqual({ kind: 'conflict', theirs: host.stored });
    session.edit(MAIN, 'mine too');
    await settle();
    expect(session.state.kind).toBe('conflict');
    expect(host.stored.files).toEqual({ [MAIN]: 'theirs' });
    await session.keepMine();
    expect(host.stored).toEqual({ version: 3, files: { [MAIN]: 'mine too' } });
    expect(session.state.kind).toBe('saved');
  });

  test('asks where the host refuses, and takes theirs', async () => {
    host.change('theirs');
    session.edit(MAIN, 'mine');
    expect(await session.flush()).toBe(false);
    expect(session.state.kind).toBe('conflict');
    session.takeTheirs();
    expect(session.files).toEqual({ [MAIN]: 'theirs' });
    expect(session.version).toBe(2);
    expect(await session.flush()).toBe(true);
  });

  test('asks nothing where both made the same change', () => {
    session.edit(MAIN, 'same');
    session.arrived(host.change('same'));
    expect(session.state.kind).toBe('saved');
    expect(session.version).toBe(2);
  });

  test('does not mistake its own save for one of another window', async () => {
    session.edit(MAIN, 'mine');
    const saving = session.flush();
    session.arrived({ version: 2, files: { [MAIN]: 'mine' } });
    await saving;
    await settle();
    expect(session.state.kind).toBe('saved');
    expect(host.replaced).toEqual([]);
  });

  test('looks at news that came during a save once that is answered', async () => {
    session.edit(MAIN, 'mine');
    const saving = session.flush();
    session.arrived({ version: 3, files: { [MAIN]: 'theirs' } });
    await saving;
    await settle();
    expect(session.files).toEqual({ [MAIN]: 'theirs' });
    expect(session.version).toBe(3);
  });

  test('says why it could not be saved, and tries again', async () => {
    host.error = refusal('storage.full');
    session.edit(MAIN, 'b');
    await settle();
    expect(session.state).toMatchObject({ kind: 'failed', error: { code: 'storage.full' } });
    host.error = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.state.kind).toBe('saved');
    expect(host.stored.files).toEqual({ [MAIN]: 'b' });
  });

  test('saves nothing more once it is closed', async () => {
    session.edit(MAIN, 'b');
    session.close();
    await settle();
    expect(host.saves).toBe(0);
  });
});
