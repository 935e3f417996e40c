import { Box, Button, Card, CardContent, Link, TextField } from '@mui/material';
import { paths } from '@roundtable/contracts';
import { useState, type SubmitEvent } from 'react';
import { useLogin } from 'react-admin';
import { problemCode } from '../api/request';
import { colours } from '../look/colours';
import { Heading } from '../look/heading';
import { Mark } from '../look/mark';
import { Refusal } from '../look/notices';
import { DemonstrationBanner } from '../layout/demonstration-banner';

export function SignInPage() {
  const login = useLogin();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const signIn = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    setError(null);
    if (email.trim() === '' || password === '' || (needsCode && code.trim() === '')) return;
    setBusy(true);
    try {
      await login({ email: email.trim(), password, ...(needsCode ? { code: code.trim() } : {}) });
    } catch (refusal) {
      if (problemCode(refusal) === 'people.code-needed' && !needsCode) setNeedsCode(true);
      else setError(refusal);
      setTried(false);
    } finally {
      setBusy(false);
    }
  };

  const missing = (value: string, sentence: string) => (isTried && value.trim() === '' ? sentence : undefined);
  const emailMissing = missing(email, 'Enter your email address');
  const passwordMissing = missing(password, 'Enter your password');
  const codeMissing = missing(code, 'Enter the code');
  return (
    <>
      <DemonstrationBanner />
      <Box component="header" sx={{ bgcolor: colours.teal, color: '#ffffff', px: 3, py: 2 }}>
        <Mark />
      </Box>
      <Box component="main" sx={{ maxWidth: '30rem', mx: 'auto', px: 2, py: { xs: 3, md: 6 } }}>
        <Heading intro="For the partnership's own staff.">Sign in to the back office</Heading>
        <Card>
          <CardContent component="form" noValidate onSubmit={(event) => void signIn(event)}>
            <Refusal error={error} />
            <TextField
              id="email"
              label="Email address"
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              error={emailMissing !== undefined}
              helperText={emailMissing}
            />
            <TextField
              id="password"
              label="Password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              error={passwordMissing !== undefined}
              helperText={passwordMissing}
            />
            {needsCode ? (
              <TextField
                id="code"
                label="Code from your authenticator app"
                autoComplete="one-time-code"
                slotProps={{ htmlInput: { inputMode: 'numeric' } }}
                value={code}
                onChange={(event) => setCode(event.target.value)}
                error={codeMissing !== undefined}
                helperText={codeMissing ?? 'The six digits that it shows now, or a recovery code.'}
              />
            ) : null}
            <Button type="submit" variant="contained" disabled={isBusy} sx={{ mt: 2 }}>
              Sign in
            </Button>
          </CardContent>
        </Card>
        <p>
          <Link href={paths.signInLink}>Email me a link instead</Link>
        </p>
        <p>
          <Link href={paths.forgottenPassword}>I forgot my password</Link>
        </p>
        <p>
          Looking for a course? <Link href={paths.courses}>See the training programme</Link>
        </p>
      </Box>
    </>
  );
}
