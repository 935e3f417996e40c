import { createTransport } from 'nodemailer';
import type { SendingPace } from './sending-pace';

/** Connections to the mail server that stay open between messages. Only a message of which nothing was sent changes to another. */
export function smtpTransport(url: string, pace: SendingPace) {
  return createTransport({
    url,
    pool: true,
    maxConnections: pace.lanes,
    maxMessages: 100,
    maxRequeues: 1,
    idleTimeout: 10_000,
    dnsTimeout: pace.connectMs,
    connectionTimeout: pace.connectMs,
    greetingTimeout: pace.greetingMs,
    socketTimeout: pace.silenceMs,
  } as never);
}
