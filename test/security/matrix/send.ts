import { jest } from '@jest/globals';
import type { Answer, Caller, Product } from '../../support/product';
import type { Asker } from './people';
import { type Asked, REQUESTS, type RouteRequest } from './requests';
import type { Rows } from './rows';

class Undone extends Error {}

const BOUNDARY = 'matrix';

function payloadOf(asked: Asked): { body?: unknown; headers?: Record<string, string> } {
  if (asked.file !== undefined)
    return {
      body: `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\n${asked.file}\r\n--${BOUNDARY}--\r\n`,
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    };
  if (asked.form)
    return {
      body: new URLSearchParams(asked.form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
  return asked.body ? { body: asked.body } : {};
}

/** Sends a request with a bearer token, or with a sign-in's cookie. */
export function sent(
  product: Product,
  method: string,
  asked: Asked,
  as: Caller | { cookie: string } | undefined,
): Promise<Answer<unknown>> {
  const { body, headers } = payloadOf(asked);
  const cookie: Record<string, string> = as && 'cookie' in as ? { cookie: `roundtable=${as.cookie}` } : {};
  return product.ask(method, asked.path, {
    ...(as && 'token' in as && { as }),
    ...(body === undefined ? {} : { body }),
    headers: { ...headers, ...cookie },
  });
}

/** Sends a request and undoes what it changed. */
export function answerTo(
  product: Product,
  method: string,
  asked: Asked,
  as: Caller | { cookie: string } | undefined,
): Promise<Answer<unknown>> {
  return undone(product, () => sent(product, method, asked, as));
}

/** Asks a route as the matrix does: prepared, with a token or at a browser, and undone where that can be. */
export function asked(
  product: Product,
  rows: Rows,
  key: string,
  as: { asker: Asker; isOwn: boolean },
): Promise<Answer<unknown>> {
  return askedAndSeen(product, rows, key, as, (answer) => Promise.resolve(answer));
}

/** The same, with a look at what the request left behind, before it is undone. */
export async function askedAndSeen<Found>(
  product: Product,
  rows: Rows,
  key: string,
  as: { asker: Asker; isOwn: boolean },
  look: (answer: Answer<unknown>) => Promise<Found>,
  request: RouteRequest = REQUESTS[key]!,
): Promise<Found> {
  const row = as.isOwn && as.asker !== 'visitor' ? rows.of[as.asker] : rows.of.foreign;
  const ask = async (): Promise<Found> => {
    const prepared = (await request.prepare?.(product, row)) ?? {};
    const one = request.ask(row, rows.shared, as.isOwn, prepared);
    const caller =
      as.asker === 'visitor'
        ? undefined
        : request.isAtBrowser
          ? { cookie: rows.cookies[as.asker] }
          : rows.callers[as.asker];
    return look(await sent(product, key.split(' ')[0]!, one, caller));
  };
  return request.isOutside ? ask() : undone(product, ask);
}

/** All of the work runs in one transaction that is never committed. */
async function undone<Found>(product: Product, work: () => Promise<Found>): Promise<Found> {
  let answer: Found | undefined;
  const run = async (): Promise<never> => {
    answer = await work();
    throw new Undone();
  };
  // What is written down beside a transaction would wait for this one; here it is a part of it, and undone too.
  const outside = jest.spyOn(product.database, 'outside').mockImplementation((work) => work());
  try {
    await product.database.transaction(run);
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  } finally {
    outside.mockRestore();
  }
  return answer!;
}
