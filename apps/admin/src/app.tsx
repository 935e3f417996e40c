import { lazy, type ReactElement } from 'react';
import { CssBaseline } from '@mui/material';
import { AdminContext, CanAccess, CoreAdminUI, CustomRoutes, memoryStore, Notification, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { accounts } from './accounts';
import { agencies } from './agencies';
import { agencyGroups } from './agency-groups';
import { authProvider } from './api/auth-provider';
import { dataProvider } from './api/data-provider';
import { queryClient } from './api/query-client';
import { audit } from './audit';
import { bookings } from './bookings';
import { charges } from './charges';
import { completions } from './completions';
import { courses } from './courses';
import { dataRequests } from './data-requests';
import { closureDays, schoolHolidays } from './days-off';
import { eventMails } from './event-mails';
import { evaluationTexts } from './evaluation-texts';
import { events } from './events';
import { guidance } from './guidance';
import { holds } from './holds';
import { learningSources } from './learning-sources';
import { AccessDenied } from './layout/access-denied';
import { Failure } from './layout/failure';
import { Layout } from './layout/layout';
import { NotFound } from './layout/not-found';
import { theme } from './look/theme';
import { mailWordings } from './mail-wordings';
import { messages } from './messages';
import { modules } from './modules';
import { needTasks } from './need-tasks';
import { otherProviderEvents } from './other-provider-events';
import { outsideAttendances } from './outside-attendances';
import { practitioners } from './practitioners';
import { programmeMailings } from './programme-mailings';
import { quotes } from './quotes';
import { releasedTexts } from './released-texts';
import { roleGrants } from './role-grants';
import { sectors } from './sectors';
import { SignInPage } from './sign-in/sign-in-page';
import { standingQuestions } from './standing-questions';
import { textDecisions } from './text-decisions';
import { tokens } from './tokens';
import { trainers } from './trainers';
import { venues } from './venues';
import { Waiting } from './look/notices';
import { english } from './words/english';

const ApprovalsPage = lazy(() => import('./bookings/approvals-page'));
const LatePage = lazy(() => import('./bookings/late-page'));
const AgencyMerge = lazy(() => import('./agencies/agency-merge'));
const CourseFormPage = lazy(() => import('./course-forms/course-form-page'));
const CourseTerms = lazy(() => import('./courses/course-terms'));
const WriteToDelegates = lazy(() => import('./event-mails/write-page'));
const EventTerms = lazy(() => import('./events/event-terms-edit'));
const LastTrainedPage = lazy(() => import('./guidance/last-trained-page'));
const HomePage = lazy(() => import('./home/home-page'));
const ImportPage = lazy(() => import('./imports/import-page'));
const PaperPage = lazy(() => import('./paper/paper-page'));
const PastePage = lazy(() => import('./imports/paste-page'));
const ProgrammeCalendarPage = lazy(() => import('./programme-calendar/programme-calendar-page'));
const PromotePage = lazy(() => import('./promote/promote-page'));
const YearPlannerPage = lazy(() => import('./year-planner/year-planner-page'));
const PractitionerMerge = lazy(() => import('./practitioners/practitioner-merge'));
const RepeatEvent = lazy(() => import('./events/repeat-event'));
const RetentionPage = lazy(() => import('./retention/retention-page'));
const SampleMails = lazy(() => import('./events/sample-mails'));
const SearchPage = lazy(() => import('./search/search-page'));
const SettingsPage = lazy(() => import('./settings/settings-page'));
const PublishedReportList = lazy(() => import('./published-reports/published-report-list'));
const PublishedReportShow = lazy(() => import('./published-reports/published-report-show'));
const AllAnswersPage = lazy(() => import('./reports/all-answers-page'));
const KnowledgeGainPage = lazy(() => import('./reports/knowledge-gain-page'));
const QuestionsPage = lazy(() => import('./reports/questions-page'));
const QuestionsOverTimePage = lazy(() => import('./reports/questions-over-time-page'));

/** Nothing about people stays in the browser when the page is closed. */
const store = memoryStore();

/** A page of our own, for those alone who may use it. */
function guarded(resource: string, action: string, page: ReactElement) {
  return (
    <CanAccess resource={resource} action={action} accessDenied={<AccessDenied />}>
      {page}
    </CanAccess>
  );
}

/**
 * react-admin's parts, without the pages and the frame of its own that ours stand in for. Moving to the
 * sign-in page must not wait behind a render that asks again who is signed in, so navigation is no transition.
 */
export function App() {
  return (
    <BrowserRouter basename="/admin" useTransitions={false}>
      <AdminContext
        dataProvider={dataProvider}
        queryClient={queryClient}
        authProvider={authProvider}
        i18nProvider={english}
        theme={theme}
        darkTheme={null}
        store={store}
      >
        <CssBaseline />
        <CoreAdminUI
          title="Roundtable"
          disableTelemetry
          requireAuth
          layout={Layout}
          loginPage={SignInPage}
          dashboard={HomePage}
          catchAll={NotFound}
          accessDenied={AccessDenied}
          authenticationError={Failure}
          error={Failure}
          loading={Waiting}
        >
          <Resource name="events" {...events}>
            <Route path=":id/terms" element={guarded('events', 'terms', <EventTerms />)} />
            <Route path=":id/mails" element={guarded('events', 'terms', <SampleMails />)} />
            <Route path=":id/paper" element={guarded('events', 'paper', <PaperPage />)} />
            <Route path=":id/write" element={guarded('event-mails', 'edit', <WriteToDelegates />)} />
            <Route path=":id/repeat" element={guarded('events', 'terms', <RepeatEvent />)} />
          </Resource>
          <Resource name="closure-days" {...closureDays} />
          <Resource name="school-holidays" {...schoolHolidays} />
          <Resource name="bookings" {...bookings} />
          <Resource name="charges" {...charges} />
          <Resource name="access-need-tasks" {...needTasks} />
          <Resource name="messages" {...messages} />
          <Resource name="mail-wordings" {...mailWordings} />
          <Resource name="event-mails" {...eventMails} />
          <Resource name="programme-mailings" {...programmeMailings} />
          <Resource name="venues" {...venues} />
          <Resource name="trainers" {...trainers} />
          <Resource name="other-provider-events" {...otherProviderEvents} />
          <Resource name="outside-attendances" {...outsideAttendances} />
          <Resource name="courses" {...courses}>
            <Route path=":id/terms" element={guarded('courses', 'terms', <CourseTerms />)} />
            <Route path=":id/evaluation-form" element={guarded('courses', 'form', <CourseFormPage />)} />
          </Resource>
          <Resource name="modules" {...modules} />
          <Resource name="learning-sources" {...learningSources} />
          <Resource name="standing-questions" {...standingQuestions} />
          <Resource name="evaluation-texts" {...evaluationTexts} />
          <Resource name="text-decisions" {...textDecisions} />
          <Resource name="released-texts" {...releasedTexts} />
          <Resource name="quotes" {...quotes} />
          <Resource name="guidance" {...guidance}>
            <Route path=":id/last-trained" element={guarded('guidance', 'trained', <LastTrainedPage />)} />
          </Resource>
          <Resource name="completions" {...completions} />
          <Resource name="practitioners" {...practitioners}>
            <Route path=":id/merge" element={guarded('practitioners', 'merge', <PractitionerMerge />)} />
          </Resource>
          <Resource name="agencies" {...agencies}>
            <Route path=":id/merge" element={guarded('agencies', 'merge', <AgencyMerge />)} />
          </Resource>
          <Resource name="agency-groups" {...agencyGroups} />
          <Resource name="sectors" {...sectors} />
          <Resource name="role-grants" {...roleGrants} />
          <Resource name="accounts" {...accounts} />
          <Resource name="data-requests" {...dataRequests} />
          <Resource name="holds" {...holds} />
          <Resource name="audit" {...audit} />
          <Resource name="tokens" {...tokens} />
          <CustomRoutes>
            <Route path="/search" element={<SearchPage />} />
            <Route path="/approvals" element={guarded('approvals', 'list', <ApprovalsPage />)} />
            <Route path="/late" element={guarded('late', 'list', <LatePage />)} />
            <Route path="/imports" element={guarded('imports', 'list', <ImportPage />)} />
            <Route path="/imports/paste" element={guarded('imports', 'list', <PastePage />)} />
            <Route path="/programme-calendar" element={guarded('overviews', 'list', <ProgrammeCalendarPage />)} />
            <Route path="/year-planner" element={guarded('overviews', 'list', <YearPlannerPage />)} />
            <Route path="/promote" element={guarded('promote', 'list', <PromotePage />)} />
            <Route path="/reports/answers" element={guarded('answers', 'list', <AllAnswersPage />)} />
            <Route path="/reports/knowledge-gain" element={guarded('reports', 'list', <KnowledgeGainPage />)} />
            <Route path="/reports/questions" element={guarded('reports', 'list', <QuestionsPage />)} />
            <Route path="/reports/standing-questions" element={guarded('reports', 'list', <QuestionsOverTimePage />)} />
            <Route path="/reports/published" element={guarded('reports/published', 'list', <PublishedReportList />)} />
            <Route
              path="/reports/published/:id"
              element={guarded('reports/published', 'show', <PublishedReportShow />)}
            />
            <Route path="/retention" element={guarded('retention', 'list', <RetentionPage />)} />
            <Route path="/settings" element={guarded('settings', 'list', <SettingsPage />)} />
          </CustomRoutes>
        </CoreAdminUI>
        <Notification />
      </AdminContext>
    </BrowserRouter>
  );
}
