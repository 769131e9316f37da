import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../src/serve/addresses.ts';

const info = (address: string, internal = false) => ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;
const interfaces = {
  lo: [info('127.0.0.1', true), info('::1', true)],
  eth0: [info('fe80::1'), info('2001:db8::7'), info('10.0.0.7')],
  wlan0: [info('192.168.1.7')],
};

describe('the addresses that a class can type', () => {
  it('are this computer and each of its networks', () => {
    expect(addressesOf('::', 8080, '/a/', interfaces)).toEqual([
      'http://localhost:8080/a/',
      'http://10.0.0.7:8080/a/',
      'http://192.168.1.7:8080/a/',
      'http://[2001:db8::7]:8080/a/',
    ]);
    expect(addressesOf('0.0.0.0', 80, '/', interfaces)).toEqual(['http://localhost/', 'http://10.0.0.7/', 'http://192.168.1.7/']);
  });

  it('are the one that was asked for', () => {
    expect(addressesOf('127.0.0.1', 4000, '/', interfaces)).toEqual(['http://127.0.0.1:4000/']);
    expect(addressesOf('::1', 4000, '/', interfaces)).toEqual(['http://[::1]:4000/']);
  });
});
