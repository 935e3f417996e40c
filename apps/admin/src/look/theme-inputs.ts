import type { RaThemeOptions } from 'react-admin';
import { colours } from './colours';

/** Labels stand above their inputs, and stay there. */
export const inputs: RaThemeOptions['components'] = {
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        whiteSpace: 'normal',
        fontSize: '1rem',
        fontWeight: 600,
        lineHeight: 1.4,
        marginBottom: 4,
        color: colours.ink,
        // Optional answers say so; the others carry no mark.
        '& span[aria-hidden="true"]': { display: 'none' },
        '&.Mui-focused': { color: colours.ink },
        '&.Mui-error': { color: colours.ink },
      },
      asterisk: { display: 'none' },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        backgroundColor: '#ffffff',
        minHeight: 44,
        '&.Mui-focused': { outline: `3px solid ${colours.focus}` },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: colours.black },
      },
      // The space left for a label in the border is not needed.
      notchedOutline: { borderColor: colours.muted, top: 0, '& legend': { display: 'none' } },
      multiline: { padding: '9px 12px' },
      input: { padding: '9px 12px', fontSize: '1rem', height: 'auto', minHeight: 22, 'textarea&': { padding: 0 } },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        fontSize: '0.9375rem',
        marginLeft: 0,
        color: colours.muted,
        '&.Mui-error': { color: colours.red, fontWeight: 600 },
      },
    },
  },
  MuiFormLabel: { styleOverrides: { asterisk: { display: 'none' } } },
  MuiMenuItem: { styleOverrides: { root: { fontSize: '1rem' } } },
  MuiChip: { styleOverrides: { root: { fontSize: '0.9375rem' }, label: { fontSize: '0.9375rem' } } },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        color: colours.ink,
        textTransform: 'none',
        padding: '4px 12px',
        fontSize: '0.9375rem',
        borderColor: colours.muted,
        '&.Mui-selected': { backgroundColor: colours.teal, color: '#ffffff', fontWeight: 700 },
        '&.Mui-selected:hover': { backgroundColor: colours.tealDark },
        '&.Mui-disabled': { color: colours.muted },
        '&.Mui-selected.Mui-disabled': { color: colours.ink, backgroundColor: colours.line },
      },
    },
  },
};
