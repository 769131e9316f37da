import { spawnSync } from 'node:child_process';
import { auditVerdict } from './audit-verdict.ts';

const { stdout } = spawnSync('npm', ['audit', '--json', '--audit-level=none', ...process.argv.slice(2)], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { text, exitCode } = auditVerdict(stdout ?? '');
console.log(text);
process.exitCode = exitCode;
