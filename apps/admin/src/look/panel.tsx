import { Card, CardContent, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface PanelProps {
  heading: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** One part of a page, with its own level-two heading. */
export function Panel({ heading, children, actions }: PanelProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 2.5 }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Typography component="h2" variant="h2" id={id} sx={{ mb: 1.25 }}>
          {heading}
        </Typography>
        {children}
        {actions}
      </CardContent>
    </Card>
  );
}
