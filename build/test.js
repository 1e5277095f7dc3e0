// All that `npm test` means. It ends with the counts of all tests in one line.
import { spawn } from 'node:child_process';

// One after the other: bundling and browsers would take the time from tests that watch time limits.
const STEPS = ['types', 'lint', 'unit', 'desktop', 'e2e'];
const COUNTS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  const { code, counts } = await run(step);
  for (const name of Object.keys(total)) total[name] += counts[name];
  if (code === 0) continue;
  process.exitCode = 1;
  // What isn't a test has no count of its own.
  if (counts.failed === 0) total.failed++;
  break;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);

/** Runs a script of package.json, shows what it says, and reads the counts out of that. */
function run(step) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', step], {
      stdio: ['inherit', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env },
    });
    const counts = { passed: 0, failed: 0, skipped: 0 };
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, passed, failed, skipped = '0'] = COUNTS.exec(line) ?? [];
        if (passed === undefined) continue;
        counts.passed += Number(passed);
        counts.failed += Number(failed);
        counts.skipped += Number(skipped);
      }
    });
    child.on('close', (code) => resolve({ code, counts }));
  });
}
