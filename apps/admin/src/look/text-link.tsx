import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

interface TextLinkProps {
  to: string;
  children: ReactNode;
  strong?: boolean;
}

export function TextLink({ to, children, strong }: TextLinkProps) {
  return (
    <Link component={RouterLink} to={to} sx={{ fontWeight: strong ? 600 : undefined }}>
      {children}
    </Link>
  );
}
