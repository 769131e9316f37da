import { expect, test } from 'vitest';
import { exposedPorts } from '../../../../src/oc/new-app/exposed-ports.ts';

const exposing = (...ports: readonly string[]) => exposedPorts(Object.fromEntries(ports.map((port) => [port, {}])));

test('ports are sorted as text and are tcp by default', () => {
  expect(exposing('8443/tcp', '53/udp', '8080').ports).toEqual([
    { port: 53, protocol: 'udp' },
    { port: 8080, protocol: 'tcp' },
    { port: 8443, protocol: 'tcp' },
  ]);
});

test('several ports may stand in one entry', () => {
  expect(exposing('80 443').ports).toEqual([
    { port: 80, protocol: 'tcp' },
    { port: 443, protocol: 'tcp' },
  ]);
});

test('what is no port is named and left out', () => {
  expect(exposing('$PORT', '88080/tcp', '80/xyz', '8080/TCP')).toEqual({
    ports: [{ port: 8080, protocol: 'TCP' }],
    errors: [
      'failed to parse port $PORT/tcp: [port number must be in range 0 - 65535]',
      'failed to parse port 80/xyz: [protocol must be tcp or udp]',
      'failed to parse port 88080/tcp: [port number must be in range 0 - 65535]',
    ],
  });
});

test('an image may expose nothing', () => {
  expect(exposedPorts(undefined)).toEqual({ ports: [], errors: [] });
});
