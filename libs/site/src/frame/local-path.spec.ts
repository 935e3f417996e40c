import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path';

describe('where to return to after signing in', () => {
  it.each(['/', '/my-training', '/events/1/book', '/courses?q=a%20b&topic=c', '/c/neglect#dates'])(
    'takes %s',
    (path) => {
      expect(localPath(path, 'other')).toBe(path);
    },
  );

  it.each([
    '',
    'my-training',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/a b',
    '/sign-in?returnTo=/sign-in',
    '/sign-out',
    '/sign-in/new-password/secret',
    '/register/confirm/secret',
    '/confirm-new-address/secret',
    '/api/me',
    `/${'a'.repeat(500)}`,
  ])('refuses %j', (path) => {
    expect(localPath(path, 'other')).toBe('other');
  });

  it('stays on this website, whatever a browser makes of the address', () => {
    for (const path of ['/..//evil.example', '/.//evil.example', '/%2f%2fevil.example'])
      expect(new URL(localPath(path, '/'), 'https://training.example').host).toBe('training.example');
  });
});
