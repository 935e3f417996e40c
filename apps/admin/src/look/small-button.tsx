import { Button } from '@mui/material';
import { Hidden } from './hidden';

interface SmallButtonProps {
  verb: string;
  /** What it is done to, for people who listen to the page; it follows the verb. */
  what: string;
  onClick: () => void;
  isEnd?: boolean;
}

/** An action in a row of a table, where the row says what it is about. */
export function SmallButton({ verb, what, onClick, isEnd = false }: SmallButtonProps) {
  return (
    <Button
      size="small"
      color={isEnd ? 'error' : 'primary'}
      onClick={onClick}
      sx={{
        minHeight: 24,
        minWidth: 0,
        p: 0,
        mr: 1.5,
        fontSize: 'inherit',
        lineHeight: 'inherit',
        verticalAlign: 'baseline',
      }}
    >
      {verb}
      <Hidden> {what}</Hidden>
    </Button>
  );
}
