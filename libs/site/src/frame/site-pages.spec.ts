import { describe, expect, it } from '@jest/globals';
import { type ActingRequest, Clock, Problem, type Settings, VISITOR } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SiteErrorPages } from './site-error-pages';
import { SitePages } from './site-pages';

const signedIn = { ...VISITOR, personId: 'person-1', name: 'Priya Shah' };
const request = (url: string, actor?: typeof signedIn | typeof VISITOR): ActingRequest =>
  ({ url, id: 'request-1', actor }) as unknown as ActingRequest;

/** Notes what would have been answered. */
function aReply() {
  const answer = { status: 200, headers: {} as Record<string, string>, body: '' };
  const reply = {
    code: (status: number) => ((answer.status = status), reply),
    header: (name: string, value: string) => ((answer.headers[name] = value), reply),
    type: (value: string) => reply.header('content-type', value),
    redirect: (path: string, status: number) => reply.code(status).header('location', path),
    send: (body: string) => ((answer.body = body), reply),
  };
  return { answer, reply: reply as unknown as FastifyReply };
}

const clock = new Clock();
clock.set('2024-05-08T08:00:00Z');
const pages = (isDemonstration: boolean) =>
  new SitePages({ isDemonstration } as Settings, clock, { publicUrl: 'https://training.example.org' });
const errorPages = new SiteErrorPages(pages(false), { resolve: async () => signedIn });

describe('a page', () => {
  it('allows its own files and one script by a nonce that is never the same', () => {
    const policies = [1, 2].map(() => {
      const { answer, reply } = aReply();
      pages(false).page(reply, request('/privacy', VISITOR), 'information/privacy.njk', { title: 'Privacy' });
      const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1];
      expect(answer.body).toContain(`<script nonce="${nonce}">`);
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|http|\*/);
      return nonce;
    });
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('is not kept once somebody is signed in', () => {
    const kept = [VISITOR, signedIn].map((actor) => {
      const { answer, reply } = aReply();
      pages(false).page(reply, request('/privacy', actor), 'information/privacy.njk', { title: 'Privacy' });
      return answer.headers['cache-control'];
    });
    expect(kept).toEqual(['no-cache', 'no-store']);
  });

  it('says that it shows invented data, and what time it is there', () => {
    const { answer, reply } = aReply();
    pages(true).page(reply, request('/privacy', VISITOR), 'information/privacy.njk', { title: 'Privacy' });
    expect(answer.body).toContain('The clock stands at Wednesday 8 May 2024, 9am.');
  });
});

describe('a refusal', () => {
  const refuse = async (problem: Problem, url: string, actor?: typeof VISITOR) => {
    const { answer, reply } = aReply();
    await errorPages.answer(problem, request(url, actor), reply);
    return answer;
  };

  it('asks whoever is not signed in to do so, and brings them back', async () => {
    const answer = await refuse(new Problem('people.not-signed-in'), '/events/1/book?a=b', VISITOR);
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      '/sign-in?returnTo=%2Fevents%2F1%2Fbook%3Fa%3Db',
    ]);
  });

  it('never sends anybody to another website', async () => {
    const answer = await refuse(new Problem('people.not-signed-in'), '//evil.example/', VISITOR);
    expect(answer.headers['location']).toBe('/sign-in');
  });

  it('knows who is there on an address that is no route', async () => {
    const answer = await refuse(new Problem('request.not-found'), '/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('Page not found');
    expect(answer.body).toContain('Sign out');
  });

  it('tells the number of a fault and nothing else of it', async () => {
    const answer = await refuse(new Problem('server.failed'), '/courses', VISITOR);
    expect([answer.status, answer.headers['cache-control']]).toEqual([500, 'no-store']);
    expect(answer.body).toContain('request-1');
  });
});
