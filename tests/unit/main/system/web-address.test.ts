import { expect, test } from 'vitest';
import { readAddress } from '../../../../main/system/web-address';
import { addressOf, webAddress } from '../../../../shared/text/web-address';

test.each([
  ['https://example.org/one', 'https://example.org/one', 'example.org'],
  ['  https://evil.example/\nfile:///etc/passwd', 'https://evil.example/file:///etc/passwd', 'evil.example'],
  ['https://kloop.kg@evil.example', 'https://evil.example/', 'evil.example'],
  ['https://kloop.kg:443%2f@evil.example:8443/x', 'https://evil.example:8443/x', 'evil.example:8443'],
  ['http://kloоp.kg', 'http://xn--klop-75d.kg/', 'xn--klop-75d.kg'],
  ['https:\\\\evil.example\\a', 'https://evil.example/a', 'evil.example'],
])('%j leads where a browser says', (target, href, host) => {
  expect(readAddress(target)).toEqual({ href, host });
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:a@b.c',
  'ms-word:x',
  'https://',
  'no address',
])('%j is not opened', (target) => {
  expect(readAddress(target)).toBeNull();
});

test('a paragraph carries an address in one line', () => {
  expect(webAddress(' https://example.org/\n\ta ')).toBe('https://example.org/a');
});

test.each([
  ['https://kloop.kg/a?b=1', 'https://kloop.kg/a?b=1'],
  [' kloop.kg ', 'https://kloop.kg'],
  ['кыргыз.рф/жол', 'https://кыргыз.рф/жол'],
  ['localhost.test:8080/a', 'https://localhost.test:8080/a'],
  ['nazgul@kloop.kg', 'mailto:nazgul@kloop.kg'],
  ['mailto:nazgul@kloop.kg', 'mailto:nazgul@kloop.kg'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['kloop', null],
  ['two words.kg', null],
  ['https://', null],
  ['', null],
])('the address meant by %j is %j', (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});
