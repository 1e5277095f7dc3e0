import type Database from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import { settingsSchema } from '#shared/contract/settings.ts';
import { openDatabase } from '../db/open.ts';
import { SettingsStore } from './settings-store.ts';

let database: Database.Database;
let settings: SettingsStore;
beforeEach(() => {
  database = openDatabase(':memory:');
  settings = new SettingsStore(database);
});

it('are the defaults at first', () => {
  expect(settings.get()).toEqual(settingsSchema.parse({}));
  expect(settings.get()).toMatchObject({
    theme: 'system',
    palette: 'colour-blind-safe',
    workers: null,
    seenCoachMarks: [],
  });
});

it('keep what was set, and only that', () => {
  settings.set({ theme: 'dark', keymap: { 'run.start': 'F6', 'run.stop': null } });
  expect(settings.set({ workers: 3 })).toEqual({
    ...settingsSchema.parse({}),
    theme: 'dark',
    keymap: { 'run.start': 'F6', 'run.stop': null },
    workers: 3,
  });
  expect(database.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(3);
});

it('take what they don’t understand as not set', () => {
  const put = database.prepare('INSERT INTO settings (name, value) VALUES (?, ?)');
  for (const [name, value] of [
    ['theme', '"sepia"'],
    ['density', 'not JSON'],
    ['from the future', '1'],
    ['textScale', '120'],
  ]) {
    put.run(name, value);
  }
  expect(settings.get()).toEqual({ ...settingsSchema.parse({}), textScale: 120 });
});
