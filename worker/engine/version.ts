/**
 * Version of everything in the engine that decides a result: fills, indicators, metrics. It is part of each
 * manifest; raise it with every change that can alter any number of any run.
 */
export const ENGINE_VERSION = 2;
