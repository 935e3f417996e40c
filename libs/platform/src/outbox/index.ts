export * from './letter';
export * from './message.entity';
export * from './mime';
export * from './mailing-post.service';
export * from './outbox.service';
export * from './outbox.worker';
export { carriesSecret, withoutSecret } from './secret-mail';
export * from './wording';
