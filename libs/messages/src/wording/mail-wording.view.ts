import type { MailWordingText, MailWordingView } from '@roundtable/contracts';
import type { MailTemplate, MailWordingEntity } from '@roundtable/platform';

export function mailWordingView(template: MailTemplate, own: MailWordingEntity | null): MailWordingView {
  const { id, name, group, when, fields, needed, original } = template;
  return {
    id,
    name,
    group,
    when,
    fields: Object.entries(fields).map(([field, { means }]) => ({
      name: field,
      means,
      isNeeded: needed.includes(field),
    })),
    ...wordsOf(own ?? original),
    original: wordsOf(original),
    isOwn: own !== null,
    version: own?.version ?? 0,
    changedAt: own?.changedAt.toISOString() ?? null,
  };
}

export function wordsOf({ subject, opening, action, closing }: MailWordingText): MailWordingText {
  return { subject, opening, action, closing };
}
