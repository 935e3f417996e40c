import { dayInWords, timeInWords } from '../words/london-time';
import { Unbroken } from './unbroken';

/** A date and time that breaks, where it must, between the two. */
export function Moment({ at }: { at: string }) {
  return (
    <>
      <Unbroken>{dayInWords(at)},</Unbroken> <Unbroken>{timeInWords(at)}</Unbroken>
    </>
  );
}
