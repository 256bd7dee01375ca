import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TransitSettings } from '@samenbord/server/storage/keys/transit.ts';

/**
 * A key service that speaks the two requests of the Transit engine that we use, over real HTTP and with real AES-256-GCM: written after the
 * documentation of OpenBao, because neither it nor Vault can be installed where these tests run.
 */
export class Transit {
  readonly settings: TransitSettings;
  readonly #server;
  /** Versions of the key, oldest first. */
  readonly #keys = [randomBytes(32)];
  mode: 'open' | 'sealed' | 'silent' | 'denied' = 'open';
  asked: string[] = [];
  /** Whatever came in: plain keys are in it, but nothing else of ours should be. */
  received = '';

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    this.settings = { url, mount: 'transit', key: 'samenbord', token: 'geheim', namespace: 'jeugd', timeoutMs: 1200 };
  }

  static async start(): Promise<Transit> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const transit = new Transit(server);
    server.on('request', (request, response) => {
      void transit.#answer(request).then(([status, body]) => {
        if (transit.mode === 'silent') return;
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    return transit;
  }

  /** As `POST /v1/transit/keys/samenbord/rotate`. */
  rotate(): void {
    this.#keys.push(randomBytes(32));
  }

  /** As `min_decryption_version`: what older versions wrapped opens no more. */
  forgetOld(): void {
    this.#keys.fill(Buffer.alloc(0), 0, -1);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<[number, unknown]> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    this.received += text;
    this.asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (this.mode === 'sealed') return [503, { errors: ['Vault is sealed'] }];
    const { 'x-vault-token': token, 'x-vault-namespace': namespace } = request.headers;
    if (this.mode === 'denied' || token !== 'geheim' || namespace !== 'jeugd')
      return [403, { errors: ['permission denied'] }];
    const body = JSON.parse(text) as Record<string, string> & { batch_input?: Record<string, string>[] };
    if (request.url === '/v1/transit/encrypt/samenbord') return [200, { data: this.#encrypt(body) }];
    if (request.url !== '/v1/transit/decrypt/samenbord') return [404, { errors: [] }];
    const results = (body.batch_input ?? []).map((one) => this.#decrypt(one));
    return [results.some((one) => 'error' in one) ? 400 : 200, { data: { batch_results: results } }];
  }

  #encrypt({ plaintext = '', associated_data: bound = '' }: Record<string, string>): object {
    const version = this.#keys.length;
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#keys.at(-1) ?? '', iv).setAAD(Buffer.from(bound, 'base64'));
    const body = Buffer.concat([cipher.update(Buffer.from(plaintext, 'base64')), cipher.final()]);
    const ciphertext = `vault:v${version}:${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64')}`;
    return { ciphertext, key_version: version };
  }

  #decrypt({ ciphertext = '', associated_data: bound = '' }: Record<string, string>): object {
    try {
      const [, version, text] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
      const bytes = Buffer.from(text ?? '', 'base64');
      const key = this.#keys[Number(version) - 1] ?? '';
      const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound, 'base64'));
      opening.setAuthTag(bytes.subarray(-16));
      const plain = Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()]);
      return { plaintext: plain.toString('base64') };
    } catch {
      return { error: 'invalid ciphertext: unable to decrypt', plaintext: '' };
    }
  }
}
