import { Box, Button, Link } from '@mui/material';
import { paths } from '@roundtable/contracts';
import { LoadingIndicator, useGetIdentity, useLogout } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useRoles } from '../api/access';
import { mayEnter } from '../api/auth-provider';
import { colours } from '../look/colours';
import { Mark } from '../look/mark';
import { SearchBox } from './search-box';

const onTeal = { color: '#ffffff', '&:focus-visible': { color: colours.black } };

interface MastheadProps {
  isMenuOpen: boolean;
  onMenu: () => void;
  menuId: string;
}

export function Masthead({ isMenuOpen, onMenu, menuId }: MastheadProps) {
  const { identity } = useGetIdentity();
  const signOut = useLogout();
  const { roles } = useRoles();
  return (
    <Box
      component="header"
      sx={{
        bgcolor: colours.teal,
        color: '#ffffff',
        px: { xs: 2, lg: 3 },
        minHeight: 60,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
      }}
    >
      <Link component={RouterLink} to="/" underline="none" sx={onTeal}>
        <Mark />
      </Link>
      <Box component="span" sx={{ fontSize: '0.9375rem', display: { xs: 'none', lg: 'inline' } }}>
        Back office
      </Box>
      {mayEnter(roles) ? <SearchBox /> : null}
      <Box sx={{ flexGrow: 1 }} />
      <Box sx={{ '& .MuiSvgIcon-root, & button': { color: '#ffffff' } }}>
        <LoadingIndicator aria-label="Loading" />
      </Box>
      <Link href={paths.home} sx={{ ...onTeal, display: { xs: 'none', sm: 'inline' } }}>
        Website
      </Link>
      {identity ? (
        <Link href={paths.account} sx={{ ...onTeal, display: { xs: 'none', lg: 'inline' } }}>
          {identity.fullName}
        </Link>
      ) : null}
      <Button color="inherit" onClick={() => void signOut()} sx={{ textDecoration: 'underline' }}>
        Sign out
      </Button>
      <Button
        color="inherit"
        variant="outlined"
        onClick={onMenu}
        aria-expanded={isMenuOpen}
        aria-controls={menuId}
        sx={{ display: { xs: 'inline-flex', lg: 'none' } }}
      >
        Menu
      </Button>
    </Box>
  );
}
