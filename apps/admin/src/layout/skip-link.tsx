import { Link } from '@mui/material';

export function SkipLink() {
  return (
    <Link
      href="#main-content"
      onClick={(press) => {
        press.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{ position: 'absolute', left: -9999, p: 1.5, zIndex: 10, '&:focus': { left: 8, top: 8 } }}
    >
      Skip to the page
    </Link>
  );
}
