// Says clearly what is wrong when a script would run on another Node than the one the project brings along.
import process from 'node:process';

const NEEDED = 24;
const [major] = process.versions.node.split('.').map(Number);
if (major < NEEDED) {
  console.error(`Hindcast's scripts run on Node ${NEEDED}; this is Node ${process.versions.node}.`);
  console.error('Run npm ci, which brings it as a package, and start scripts through npm: npm test, npm run demo.');
  process.exit(1);
}
