import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { isAlive, thisProcess } from './owner.ts';

describe('owner', () => {
  it('knows this process', () => {
    expect(thisProcess()).toBe(thisProcess());
    expect(thisProcess()).toMatch(new RegExp(`^${process.pid}:`));
    expect(isAlive(thisProcess())).toBe(true);
  });

  it('knows that a process has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    expect(isAlive(`${child.pid}:1`)).toBe(false);
    expect(isAlive(`${child.pid}:`)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('knows a process from an earlier one with the same id', () => {
    const [pid, stamp] = thisProcess().split(':');
    expect(isAlive(`${pid}:${Number(stamp) - 1}`)).toBe(false);
    expect(isAlive(`${pid}:`)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('takes a process that nobody has waited for as ended', async () => {
    // The shell starts a child and becomes a program that never waits for it.
    const shell = spawn('/bin/sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60']);
    const [output] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(output);
    const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
    const owner = `${pid}:${stat()[21]}`;
    expect(isAlive(owner)).toBe(true);
    await vi.waitUntil(() => stat()[2] === 'Z');
    expect(isAlive(owner)).toBe(false);
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });
});
