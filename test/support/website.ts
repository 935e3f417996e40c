import type { Answer, Product } from './product';

/** A person at a browser: keeps cookies, sends forms, says where a request comes from, follows nothing by itself. */
export class Website {
  readonly cookies = new Map<string, string>();

  constructor(private readonly product: Product) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer<unknown>> {
    return this.send('GET', path, undefined, headers);
  }

  /** Sends a form; a field that is a list is sent once for each of its values. */
  post(
    path: string,
    fields: Record<string, string | string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<unknown>> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    return this.send('POST', path, new URLSearchParams(pairs).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    });
  }

  /** Asks the API with this browser's cookies. */
  api(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer<unknown>> {
    return this.send(method, path, body, { 'sec-fetch-site': 'same-origin' });
  }

  signIn(email: string, password = 'a long enough password'): Promise<Answer<unknown>> {
    return this.post('/sign-in', { email, password });
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: string | object | undefined,
    headers: Record<string, string>,
  ): Promise<Answer<unknown>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.product.ask<unknown>(method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { ...(cookie && { cookie }), ...headers },
    });
    for (const one of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = String(one).split(';')[0]?.split(/=(.*)/s) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }
}
