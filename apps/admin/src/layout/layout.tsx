import { Box } from '@mui/material';
import { Suspense, useEffect, useId, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { LayoutProps } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useRoles } from '../api/access';
import { mayEnter } from '../api/auth-provider';
import { colours } from '../look/colours';
import { Waiting } from '../look/notices';
import { ClosedDoor } from './closed-door';
import { DemonstrationBanner } from './demonstration-banner';
import { Failure } from './failure';
import { Masthead } from './masthead';
import { Menu } from './menu';
import { SkipLink } from './skip-link';

export function Layout({ children }: LayoutProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menuId = useId();
  const { pathname } = useLocation();
  const { roles, isPending, may } = useRoles();
  useEffect(() => setMenuOpen(false), [pathname]);

  const isClosed = !isPending && !mayEnter(roles);
  return (
    <>
      <SkipLink />
      <DemonstrationBanner mayMoveTheClock={may('demonstration.clock')} />
      <Masthead isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} menuId={menuId} />
      <Box sx={{ display: { lg: 'grid' }, gridTemplateColumns: '13.5rem minmax(0, 1fr)' }}>
        <Box
          component="nav"
          id={menuId}
          aria-label="Main"
          sx={{
            display: { xs: isMenuOpen ? 'block' : 'none', lg: 'block' },
            bgcolor: '#ffffff',
            borderRight: { lg: `1px solid ${colours.line}` },
            borderBottom: { xs: `1px solid ${colours.line}`, lg: 'none' },
            minHeight: { lg: 'calc(100vh - 60px)' },
          }}
        >
          {isClosed ? null : <Menu />}
        </Box>
        <Box component="main" id="main-content" tabIndex={-1} sx={{ px: { xs: 2, lg: 4 }, py: 3, maxWidth: '82rem' }}>
          <ErrorBoundary FallbackComponent={Failure} resetKeys={[pathname]}>
            <Suspense fallback={<Waiting />}>{isClosed ? <ClosedDoor /> : children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </>
  );
}
