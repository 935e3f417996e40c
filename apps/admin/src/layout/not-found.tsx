import { Heading } from '../look/heading';
import { TextLink } from '../look/text-link';

export function NotFound() {
  return (
    <>
      <Heading intro="Check the address, or start again from the menu.">We could not find this page</Heading>
      <TextLink to="/">Go to what needs you today</TextLink>
    </>
  );
}
