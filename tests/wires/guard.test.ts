/** Which addresses may be asked, in every spelling. */
import { describe, expect, it } from 'vitest';
import { NewsroomError } from '../../src/errors.ts';
import { checkUrl, isAllowed, readRanges } from '../../src/wires/guard.ts';

const mayAsk = (address: string, cidrs: readonly string[] = []): boolean => {
  try {
    checkUrl(new URL(address), readRanges(cidrs));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(NewsroomError);
    return false;
  }
};

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://10.20.30.40/',
    'http://172.16.0.1/',
    'http://192.168.1.1:8080/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://192.0.2.7/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a00:1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[1::1]/',
    'ftp://news.example/',
    'file:///etc/passwd',
  ])('refuses %s', (address) => {
    expect(mayAsk(address)).toBe(false);
  });

  it.each(['http://8.8.8.8/', 'https://[2606:4700:4700::1111]/', 'https://news.example/feed'])(
    'lets %s pass',
    (address) => {
      expect(mayAsk(address)).toBe(true);
    },
  );

  it('allows what the configuration allows, and only that', () => {
    const cidrs = ['127.0.0.1/8', 'fd00:aa::/32'];
    const allowed = readRanges(cidrs);
    expect(mayAsk('http://127.3.2.1/', cidrs)).toBe(true);
    expect(isAllowed('::ffff:127.0.0.1', allowed)).toBe(true);
    expect(isAllowed('fd00:aa::7', allowed)).toBe(true);
    expect(isAllowed('fd00:bb::7', allowed)).toBe(false);
    expect(isAllowed('10.0.0.1', allowed)).toBe(false);
    expect(isAllowed('news.example', allowed)).toBe(false);
  });

  it('says which network of the configuration is none', () => {
    expect(() => readRanges(['10.0.0.0/8', 'office'])).toThrow('"office" is not a network');
  });
});
