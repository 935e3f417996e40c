import { Box, Typography } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';

let isFirstPage = true;

interface HeadingProps {
  children: string;
  /** What the browser's tab says, where the heading alone would not tell two pages apart. */
  title?: string;
  /** One or two sentences under the heading. */
  intro?: ReactNode;
  /** What can be done on this page. */
  actions?: ReactNode;
}

/** The page's name: its level-one heading and the browser's title. Keyboard and screen reader start here on a new page. */
export function Heading({ children, title = children, intro, actions }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Roundtable`;
  }, [title]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 2 }}>
      <Box sx={{ flexGrow: 1, flexBasis: '24rem' }}>
        <Typography component="h1" variant="h1" tabIndex={-1} ref={heading}>
          {children}
        </Typography>
        {intro ? <Typography sx={{ mt: 0.75, maxWidth: '44rem' }}>{intro}</Typography> : null}
      </Box>
      {actions}
    </Box>
  );
}
