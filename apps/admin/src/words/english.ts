import { defaultI18nProvider, type I18nProvider } from 'react-admin';

/** react-admin's own sentences, said in plain English. */
const OURS: Record<string, string> = {
  'ra.action.clear_input_value': 'Clear',
  'ra.message.invalid_form': 'Some answers need to be changed.',
  'ra.message.error':
    'Something went wrong on this page. Load it again, and tell your system owner if it happens twice.',
  'ra.message.unsaved_changes': 'Some of your changes were not saved. Leave this page without them?',
  'ra.message.placeholder_data_warning': 'We could not read this again. What you see may be out of date.',
  'ra.navigation.skip_nav': 'Skip to the page',
  'ra.navigation.page_rows_per_page': 'Rows on a page',
  'ra.notification.http_error': 'Something went wrong on our side. Try again in a few minutes.',
  'ra.notification.logged_out': 'You were signed out. Sign in to carry on.',
  'ra.notification.not_authorized': 'Your account does not allow this.',
  'ra.notification.item_doesnt_exist': 'We could not find this.',
  'ra.notification.offline': 'We could not reach the service. Check your connection, then try again.',
  'resources.courses.notifications.created': 'The course is added as a draft. Publish it when it is ready.',
  'resources.courses.notifications.updated': 'The course is changed.',
  'resources.events.notifications.created': 'The event is planned as a draft. Publish it when it is ready.',
  'resources.events.notifications.updated':
    'The event is changed. People with a booking are told where time or place moved.',
  'resources.agencies.notifications.created': 'The agency is added.',
  'resources.agencies.notifications.updated': 'The agency is changed.',
  'resources.practitioners.notifications.created':
    'The practitioner is added. They are told by mail what is held of them.',
  'resources.practitioners.notifications.updated': 'The entry is changed. A former email address is told of a new one.',
  'ra.validation.required': 'Fill this in',
  'ra.validation.number': 'Enter a number',
};

export const english: I18nProvider = {
  ...defaultI18nProvider,
  translate: (key, options) => OURS[key] ?? defaultI18nProvider.translate(key, options),
};
