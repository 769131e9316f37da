import { expect, test } from 'vitest';
import { auditVerdict } from '../../../src/cli/audit-verdict.ts';

const report = (vulnerabilities: unknown) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });
const planted = { severity: 'high', range: '<2.0.0', via: [{ title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-1' }] };

test('nothing known is fine, and so is what is rated low', () => {
  expect(auditVerdict(report({}))).toEqual({ text: '0 known vulnerabilities, 0 of them high or critical', exitCode: 0 });
  expect(auditVerdict(report({ planted: { ...planted, severity: 'moderate', via: ['other'] } }))).toEqual({
    text: '1 known vulnerabilities, 0 of them high or critical\n  planted <2.0.0: moderate (by other)',
    exitCode: 0,
  });
});

test.each(['high', 'critical'])('what is rated %s has to go', (severity) => {
  expect(auditVerdict(report({ planted: { ...planted, severity } }))).toEqual({
    text: `1 known vulnerabilities, 1 of them high or critical\n  planted <2.0.0: ${severity} (Prototype pollution, https://github.com/advisories/GHSA-1)`,
    exitCode: 1,
  });
});

test.each([
  [
    '{"message":"405 Method Not Allowed - POST https://registry.example.com","error":{"summary":""}}',
    '405 Method Not Allowed - POST https://registry.example.com',
  ],
  ['{"error":{"summary":"audit endpoint returned an error"}}', 'audit endpoint returned an error'],
  ['', 'no answer'],
])('a registry without audits is named, and is no pass: %j', (printed, why) => {
  const { text, exitCode } = auditVerdict(printed);
  expect(exitCode).toBe(2);
  expect(text).toContain(`tells nothing of known vulnerabilities (${why})`);
});
