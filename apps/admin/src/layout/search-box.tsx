import { Box, InputBase } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { colours } from '../look/colours';

/** Looks in everything. The key / goes here from anywhere that is not typed in. */
export function SearchBox() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const asked = pathname === '/search' ? (search.get('q') ?? '') : '';
  const [typed, setTyped] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (press.key !== '/' || press.ctrlKey || press.metaKey || press.altKey || isTypedIn(press.target)) return;
      press.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Box
      component="form"
      role="search"
      sx={{ flex: '1 1 9rem', maxWidth: '20rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        const q = typed.trim();
        if (q) void navigate(`/search?${new URLSearchParams({ q }).toString()}`);
      }}
    >
      <InputBase
        inputRef={box}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder="Search (press /)"
        inputProps={{ 'aria-label': 'Search', 'aria-keyshortcuts': '/' }}
        sx={{
          width: '100%',
          bgcolor: '#ffffff',
          borderRadius: 1,
          px: 1.25,
          minHeight: 40,
          '& input::placeholder': { color: colours.muted, opacity: 1 },
          '&.Mui-focused': { outline: `3px solid ${colours.focus}`, boxShadow: `inset 0 0 0 2px ${colours.black}` },
        }}
      />
    </Box>
  );
}

function isTypedIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
      !!target.closest('dialog, [role="dialog"]'))
  );
}
