import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A name that is not localhost: rules about origins, cookies and licences only show themselves there (design D10). */
export const hostName = 'bord.gemeente.test';

export type HttpsFront = {
  readonly origin: string;
  readonly port: number;
  /** Addresses of the sockets that are open now, as the wire knows them: a browser that loads a page again may forget to tell that one closed. */
  readonly sockets: () => string[];
  readonly stop: () => Promise<void>;
};

/** Puts TLS before a server on this machine, as a municipality's proxy would: it says the protocol and passes sockets on. */
export async function httpsFront(target: number): Promise<HttpsFront> {
  const open = new Map<object, string>();
  // A line that was kept may just be closed by the server; a proxy asks again then, this one takes a new line each time.
  const agent = new Agent({ keepAlive: false });
  const front = createServer(certificate(), (incoming, answer) => {
    const onward = request(
      {
        agent,
        port: target,
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: forwarded(incoming),
      },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  front.on('upgrade', (incoming, socket, head) => {
    open.set(socket, decodeURIComponent(incoming.url ?? '/'));
    const onward = connect(target, '127.0.0.1', () => {
      const headers = Object.entries(forwarded(incoming)).map(([name, value]) => `${name}: ${String(value)}`);
      onward.write(`${incoming.method ?? 'GET'} ${incoming.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    const end = (): void => {
      open.delete(socket);
      socket.destroy();
      onward.destroy();
    };
    onward.on('error', end);
    socket.on('error', end);
    socket.on('close', end);
    onward.on('close', end);
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
  const { port } = front.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    front.closeAllConnections();
    await new Promise((ended) => front.close(ended));
  };
  return { origin: `https://${hostName}`, port, sockets: () => [...open.values()], stop };
}

const forwarded = (incoming: IncomingMessage): Record<string, string | string[] | undefined> => ({
  ...incoming.headers,
  'x-forwarded-proto': 'https',
  'x-forwarded-for': incoming.socket.remoteAddress ?? '',
  'x-forwarded-host': incoming.headers.host,
});

/** A certificate for one run; nothing of it is kept. */
function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', `/CN=${hostName}`, '-addext', `subjectAltName=DNS:${hostName}`];
  try {
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject],
      { stdio: 'pipe' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
