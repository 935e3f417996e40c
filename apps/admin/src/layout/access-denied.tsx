import { Heading } from '../look/heading';
import { TextLink } from '../look/text-link';

export function AccessDenied() {
  return (
    <>
      <Heading intro="Your account does not allow this. Ask your system owner if you need it for your work.">
        You cannot use this page
      </Heading>
      <TextLink to="/">Go to what needs you today</TextLink>
    </>
  );
}
