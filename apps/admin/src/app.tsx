import { lazy } from 'react';
import { Admin, CanAccess, CustomRoutes, Resource } from 'react-admin';
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
const KnowledgeGainPage = lazy(() => import('./reports/knowledge-gain-page'));

export function App() {
  return (
    <BrowserRouter basename="/admin">
      <Admin
        title="Roundtable"
        disableTelemetry
        requireAuth
        dataProvider={dataProvider}
        queryClient={queryClient}
        authProvider={authProvider}
        i18nProvider={english}
        theme={theme}
        darkTheme={null}
        layout={Layout}
        loginPage={SignInPage}
        dashboard={HomePage}
        catchAll={NotFound}
        accessDenied={AccessDenied}
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
      </Admin>
    </BrowserRouter>
  );
}
