import { lazy } from 'react';
import { CssBaseline } from '@mui/material';
import { AdminContext, CanAccess, CoreAdminUI, CustomRoutes, memoryStore, Notification, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { agencies } from './agencies';
import { authProvider } from './api/auth-provider';
import { dataProvider } from './api/data-provider';
import { queryClient } from './api/query-client';
import { bookings } from './bookings';
import { completions } from './completions';
import { courses } from './courses';
import { events } from './events';
import { AccessDenied } from './layout/access-denied';
import { Failure } from './layout/failure';
import { Layout } from './layout/layout';
import { NotFound } from './layout/not-found';
import { theme } from './look/theme';
import { messages } from './messages';
import { modules } from './modules';
import { practitioners } from './practitioners';
import { SignInPage } from './sign-in/sign-in-page';
import { Waiting } from './look/notices';
import { english } from './words/english';

const HomePage = lazy(() => import('./home/home-page'));
const ImportPage = lazy(() => import('./imports/import-page'));
const SearchPage = lazy(() => import('./search/search-page'));
const KnowledgeGainPage = lazy(() => import('./reports/knowledge-gain-page'));

/** Nothing about people stays in the browser when the page is closed. */
const store = memoryStore();

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
          <Resource name="events" {...events} />
          <Resource name="bookings" {...bookings} />
          <Resource name="messages" {...messages} />
          <Resource name="courses" {...courses} />
          <Resource name="modules" {...modules} />
          <Resource name="completions" {...completions} />
          <Resource name="practitioners" {...practitioners} />
          <Resource name="agencies" {...agencies} />
          <CustomRoutes>
            <Route path="/search" element={<SearchPage />} />
            <Route
              path="/imports"
              element={
                <CanAccess resource="imports" action="list" accessDenied={<AccessDenied />}>
                  <ImportPage />
                </CanAccess>
              }
            />
            <Route
              path="/reports/knowledge-gain"
              element={
                <CanAccess resource="reports" action="list" accessDenied={<AccessDenied />}>
                  <KnowledgeGainPage />
                </CanAccess>
              }
            />
          </CustomRoutes>
        </CoreAdminUI>
        <Notification />
      </AdminContext>
    </BrowserRouter>
  );
}
