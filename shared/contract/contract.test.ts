import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { CONTRACT_ERRORS } from './errors.ts';
import { contract } from './index.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';

const PROCEDURES = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.entries(procedures).map(
    ([name, procedure]) => [`${area}.${name}`, procedure as AnyContractProcedure] as const,
  ),
);
const WITH_INPUT = PROCEDURES.filter(([, { '~orpc': definition }]) => definition.inputSchema !== undefined);

it('has procedures', () => {
  expect(PROCEDURES.length).toBeGreaterThan(40);
  for (const [, procedure] of PROCEDURES) expect(isContractProcedure(procedure)).toBe(true);
});

it.each(PROCEDURES)('%s has a route, an answer that is checked, and the errors of all', (_, procedure) => {
  const { route, outputSchema, errorMap } = procedure['~orpc'];
  expect(route).toMatchObject({ method: expect.any(String), path: expect.any(String), summary: expect.any(String) });
  expect(route.tags).toEqual([_.split('.')[0]]);
  expect(outputSchema).toBeDefined();
  expect(Object.keys(errorMap)).toEqual(Object.keys(CONTRACT_ERRORS));
});

it.each(WITH_INPUT)('%s refuses keys that it doesn’t know', (_, procedure) => {
  const found = (procedure['~orpc'].inputSchema as z.ZodType).safeParse({ 'not a key': 1 });
  expect(found.error?.issues).toContainEqual(
    expect.objectContaining({ code: 'unrecognized_keys', keys: ['not a key'] }),
  );
});

it('has one procedure for each method and path', () => {
  const routes = PROCEDURES.map(([, { '~orpc': definition }]) => `${definition.route.method} ${definition.route.path}`);
  expect(new Set(routes).size).toBe(routes.length);
});

it('reads with GET and changes with anything else', () => {
  const reading = PROCEDURES.filter(([, { '~orpc': definition }]) => definition.route.method === 'GET').map(
    ([name]) => name,
  );
  const changing = PROCEDURES.map(([name]) => name).filter((name) => !reading.includes(name));
  expect(changing.sort()).toEqual([
    'jobs.cancel',
    'jobs.pause',
    'jobs.resume',
    'market.delete',
    'market.discardUpload',
    'market.import',
    'market.installSamples',
    'market.preview',
    'market.restore',
    'research.trials',
    'runs.annotate',
    'runs.delete',
    'runs.prove',
    'runs.start',
    'runs.verify',
    'settings.set',
    'strategies.check',
    'strategies.commit',
    'strategies.create',
    'strategies.createBranch',
    'strategies.delete',
    'strategies.deleteBranch',
    'strategies.describe',
    'strategies.duplicate',
    'strategies.parameters',
    'strategies.restore',
    'strategies.saveDraft',
    'strategies.setFolder',
    'strategies.source',
    'strategies.switchBranch',
    'strategies.undelete',
    'strategies.update',
    'sweeps.delete',
    'sweeps.estimate',
    'sweeps.open',
    'sweeps.resume',
    'sweeps.start',
    'system.checkFolder',
    'system.compact',
    'system.keepPreviousFolder',
    'system.moveFolder',
    'system.removePreviousFolder',
  ]);
});

it('changes the settings that are given, and only those', () => {
  expect(settingsChangeSchema.parse({})).toEqual({});
  expect(settingsChangeSchema.parse({ theme: 'dark', workers: null })).toEqual({ theme: 'dark', workers: null });
  expect(settingsChangeSchema.safeParse({ theme: undefined }).success).toBe(false);
  expect(settingsChangeSchema.safeParse({ theme: 'sepia' }).success).toBe(false);
  expect(Object.keys(settingsChangeSchema.shape)).toEqual(Object.keys(settingsSchema.shape));
  expect(z.strictObject(settingsSchema.shape).safeParse({ more: 1 }).success).toBe(false);
});
