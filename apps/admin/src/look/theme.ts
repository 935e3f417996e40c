import { defaultLightTheme, type RaThemeOptions } from 'react-admin';
import { deepmerge } from '@mui/utils';
import { colours } from './colours';
import { inputs } from './theme-inputs';

const SYSTEM_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const linkFocus = {
  outline: '3px solid transparent',
  backgroundColor: colours.focus,
  boxShadow: `0 -2px ${colours.focus}, 0 4px ${colours.black}`,
  color: colours.black,
  textDecoration: 'none',
};
const controlFocus = {
  outline: `3px solid ${colours.focus}`,
  outlineOffset: 0,
  boxShadow: `inset 0 0 0 2px ${colours.black}`,
};

const ours: RaThemeOptions = {
  palette: {
    mode: 'light',
    primary: { main: colours.teal, dark: colours.tealDark, contrastText: '#ffffff' },
    secondary: { main: colours.teal, dark: colours.tealDark, contrastText: '#ffffff' },
    error: { main: colours.red },
    success: { main: colours.green },
    warning: { main: colours.amber, contrastText: colours.ink },
    info: { main: colours.teal },
    text: { primary: colours.ink, secondary: colours.muted },
    background: { default: colours.ground, paper: '#ffffff' },
    divider: colours.line,
  },
  shape: { borderRadius: 4 },
  typography: {
    fontFamily: SYSTEM_FONT,
    fontSize: 16,
    htmlFontSize: 16,
    h1: { fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.25 },
    h2: { fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.3 },
    h3: { fontSize: '1.0625rem', fontWeight: 700, lineHeight: 1.35 },
    body1: { fontSize: '1rem', lineHeight: 1.5 },
    body2: { fontSize: '0.9375rem', lineHeight: 1.45 },
    caption: { fontSize: '0.875rem', lineHeight: 1.4 },
    subtitle1: { fontSize: '1rem' },
    subtitle2: { fontSize: '0.9375rem' },
    button: { fontSize: '1rem', fontWeight: 600, textTransform: 'none' },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        'a:focus-visible': linkFocus,
        'h1:focus': { outline: 'none' },
        'main:focus': { outline: 'none' },
        '[tabindex]:not(h1, main):focus-visible, summary:focus-visible': controlFocus,
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&:focus-visible': controlFocus } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'medium' },
      styleOverrides: {
        root: { fontSize: '1rem', minHeight: 40, whiteSpace: 'nowrap' },
        contained: { '&:focus-visible': { ...controlFocus, backgroundColor: colours.focus, color: colours.black } },
      },
    },
    MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { '&:focus-visible': linkFocus } } },
    MuiPaper: { defaultProps: { elevation: 0 } },
    // The list of an autocomplete stays inside the page's landmark, and may reach out of its card.
    MuiAutocomplete: { defaultProps: { disablePortal: true } },
    MuiCard: { styleOverrides: { root: { overflow: 'visible', border: `1px solid ${colours.line}` } } },
    MuiTable: { defaultProps: { size: 'small' } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontSize: '0.9375rem', padding: '7px 10px', verticalAlign: 'top', borderColor: colours.line },
        head: {
          fontWeight: 700,
          color: colours.ink,
          backgroundColor: '#ffffff',
          lineHeight: 1.3,
          verticalAlign: 'bottom',
        },
      },
    },
    MuiTableSortLabel: {
      styleOverrides: { root: { color: 'inherit', textDecoration: 'underline', textUnderlineOffset: '3px' } },
    },
    MuiTablePagination: {
      styleOverrides: {
        root: { fontSize: '0.9375rem' },
        selectLabel: { fontSize: '0.9375rem' },
        displayedRows: { fontSize: '0.9375rem' },
      },
    },
    MuiPaginationItem: { styleOverrides: { root: { fontSize: '0.9375rem' } } },
    // Inside the page's landmarks, like everything else.
    MuiTooltip: {
      defaultProps: { slotProps: { popper: { disablePortal: true } } },
      styleOverrides: { tooltip: { fontSize: '0.875rem', backgroundColor: colours.ink } },
    },
    MuiAlert: {
      styleOverrides: {
        root: {
          fontSize: '1rem',
          color: colours.ink,
          border: `1px solid ${colours.line}`,
          '&.MuiAlert-colorError.MuiAlert-standard': { backgroundColor: colours.redLight, borderColor: colours.red },
          '&.MuiAlert-colorSuccess.MuiAlert-standard': {
            backgroundColor: colours.greenLight,
            borderColor: colours.green,
          },
          '&.MuiAlert-colorInfo.MuiAlert-standard': { backgroundColor: colours.tealLight, borderColor: colours.teal },
          '&.MuiAlert-colorWarning.MuiAlert-standard': {
            backgroundColor: colours.amberLight,
            borderColor: colours.ink,
          },
        },
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.25rem', fontWeight: 700 } } },
    RaDataTable: { styleOverrides: { root: { '& .RaDataTable-tableWrapper': { overflowX: 'visible' } } } },
    ...inputs,
  },
};

export const theme: RaThemeOptions = deepmerge(defaultLightTheme, ours);
