import { expect, test } from 'vitest';
import type { Container } from '../../../../src/api/pod.ts';
import { validateProbes } from '../../../../src/simulation/apiserver/resources/pod-template/probe-validation.ts';

const problems = (probes: Readonly<Record<string, unknown>>) =>
  validateProbes({ name: 'app', ...probes } as Container, 'spec.containers[0]').map(({ field, message }) => `${field}: ${message}`);

test('a probe must do one thing', () => {
  expect(problems({ livenessProbe: {} })).toEqual(['spec.containers[0].livenessProbe: Required value: must specify a handler type']);
  expect(problems({ readinessProbe: { exec: { command: ['x'] }, tcpSocket: { port: 80 } } })).toEqual([
    'spec.containers[0].readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type',
  ]);
});

test('ports are numbers in range, or names', () => {
  expect(problems({ livenessProbe: { tcpSocket: { port: 0 } } })).toEqual([
    'spec.containers[0].livenessProbe.tcpSocket.port: Invalid value: 0: must be between 1 and 65535, inclusive',
  ]);
  expect(problems({ livenessProbe: { httpGet: { path: '/', port: 'Web' } } })).toEqual([
    'spec.containers[0].livenessProbe.httpGet.port: Invalid value: "Web": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
  ]);
  expect(problems({ livenessProbe: { httpGet: { path: '/', port: 'web', scheme: 'HTTPS' } }, startupProbe: { grpc: { port: 1 } } })).toEqual([]);
});

test('only readiness may ask for several successes', () => {
  const probe = { exec: { command: ['x'] }, successThreshold: 2 };
  expect(problems({ readinessProbe: probe })).toEqual([]);
  expect(problems({ livenessProbe: probe })).toEqual(['spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1']);
});
