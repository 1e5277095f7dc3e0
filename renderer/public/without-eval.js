// Schemas compile themselves with eval where they can. The window's policy forbids it, and reports even the attempt, so
// they are told before the first of them is made. A classic script, because bundled modules run in another order.
globalThis.__zod_globalConfig = { jitless: true };
