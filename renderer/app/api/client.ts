import type { ContractClient } from '#shared/contract/index.ts';
import { httpApi } from './http-api.ts';
import { desktopBridge, portApi } from './port-api.ts';

const bridge = desktopBridge();
const port = bridge === undefined ? null : portApi(bridge);

/** The host of this window: the desktop app, or the web host at its own address. */
export const api = port ?? httpApi(globalThis.location.origin);
export const client: ContractClient = api.client;

/** What the desktop alone can do; null elsewhere. */
export const desktop = port?.desktop ?? null;
