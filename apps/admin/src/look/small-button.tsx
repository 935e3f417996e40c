import { Button } from '@mui/material';
import { Hidden } from './hidden';

interface SmallButtonProps {
  verb: string;
  /** What it is done to, for people who listen to the page; it follows the verb. */
  what: string;
  onClick: () => void;
  isEnd?: boolean;
  /** Can be reached and heard, and does nothing: a button that vanishes would lose the keyboard's place. */
  isOff?: boolean;
}

/** An action in a row of a table, where the row says what it is about. */
export function SmallButton({ verb, what, onClick, isEnd = false, isOff = false }: SmallButtonProps) {
  return (
    <Button
      size="small"
      color={isEnd ? 'error' : 'primary'}
      onClick={isOff ? undefined : onClick}
      aria-disabled={isOff || undefined}
      sx={{
        minHeight: 24,
        minWidth: 0,
        p: 0,
        mr: 1.5,
        fontSize: 'inherit',
        lineHeight: 'inherit',
        verticalAlign: 'baseline',
        ...(isOff && { color: 'text.secondary', cursor: 'default' }),
      }}
    >
      {verb}
      <Hidden> {what}</Hidden>
    </Button>
  );
}
