export * from './mailings/mailing.entity';
export * from './messages.module';
export * from './messages.queries';
export * from './programme/programme-subscription-topic.entity';
export * from './programme/programme-subscription.entity';
export * from './programme/subscriptions.service';
