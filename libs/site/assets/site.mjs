import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs';
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs';
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs';
import { countAnswers } from './count-answers.mjs';
import { keepDrafts } from './keep-draft.mjs';

// Every page works without this; it only makes some parts quicker to use.
for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink])
  createAll(component);
keepDrafts();
countAnswers();
