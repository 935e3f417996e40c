import { Box, Button, Card } from '@mui/material';
import type { ReactNode } from 'react';
import { SaveButton, SimpleForm, type SimpleFormProps } from 'react-admin';
import { Link } from 'react-router-dom';

interface FormPageProps extends Omit<SimpleFormProps, 'toolbar' | 'children'> {
  /** The button that saves, as a verb. */
  verb: string;
  /** Where 'Go back' leads. */
  back: string;
  children: ReactNode;
}

export function FormPage({ verb, back, children, ...form }: FormPageProps) {
  const toolbar = (
    <Box sx={{ display: 'flex', gap: 2, px: 2, pb: 3 }}>
      <SaveButton label={verb} icon={<></>} alwaysEnable />
      <Button component={Link} to={back}>
        Go back
      </Button>
    </Box>
  );
  return (
    <Card sx={{ maxWidth: '44rem' }}>
      <SimpleForm spacing={1} {...form} toolbar={toolbar} noValidate>
        {children}
      </SimpleForm>
    </Card>
  );
}
