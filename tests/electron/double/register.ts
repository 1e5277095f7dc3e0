import { registerHooks } from 'node:module';

// Whatever runs behind this hook gets the double when it asks for Electron.
const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: double, format: 'module-typescript', shortCircuit: true } : next(name, context),
});
