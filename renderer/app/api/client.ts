import { httpApi } from './http-api.ts';

/** The host of this window. */
export const api = httpApi(globalThis.location.origin);
export const { client } = api;
