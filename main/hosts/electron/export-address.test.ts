import { expect, test } from 'vitest';
import { exportAt } from './export-address.ts';
import { APP_PAGE } from './origin.ts';

test.each([
  ['app://hindcast/api/v1/runs/0af3/export/csv', { run: '0af3', format: 'csv' }],
  ['app://hindcast/api/v1/runs/last/export/html?x#y', { run: 'last', format: 'html' }],
])('%s is an export', (address, expected) => {
  expect(exportAt(address, APP_PAGE)).toEqual(expected);
});

test.each([
  'app://hindcast/api/v1/runs/0af3/export/exe',
  'app://hindcast/api/v1/runs/..%2f/export/csv',
  'app://hindcast/api/v1/runs/0af3/export/csv/',
  'app://hindcast/x/api/v1/runs/0af3/export/csv',
  'https://evil.test/api/v1/runs/0af3/export/csv',
  'not an address',
])('%s is none', (address) => {
  expect(exportAt(address, APP_PAGE)).toBeNull();
});
