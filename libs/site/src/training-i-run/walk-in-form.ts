import type { NewWalkIn } from '@roundtable/contracts';
import { NewWalkInDto } from '@roundtable/bookings';
import type { RegistrationChoices } from '@roundtable/people';
import { refusedForm, shaped } from '../account/refused-form';
import type { Fields } from '../frame/fields';

/** What was typed of somebody who came without a place. */
export interface TypedWalkIn {
  name: string;
  email: string;
  agency: string;
}

export const NO_WALK_IN: TypedWalkIn = { name: '', email: '', agency: '' };

export const typedWalkIn = (given: Fields): TypedWalkIn => ({
  name: given.text('name'),
  email: given.text('email'),
  agency: given.text('agency'),
});

/** The person to enter; or what is wrong, by field. An agency is typed, and found where its name is enough. */
export async function readWalkIn(
  { name, email, agency }: TypedWalkIn,
  choices: RegistrationChoices,
): Promise<{ wanted: NewWalkIn } | { errors: Record<string, string> }> {
  const errors: Record<string, string> = name ? {} : { name: 'Enter the name of the person' };
  const like = agency ? await choices.likeName(agency) : [];
  const [only] = like;
  if (!agency) errors['agency'] = 'Enter the agency the person works for';
  else if (like.length === 0) errors['agency'] = 'We know no agency of this name. Type another part of its name';
  else if (like.length > 1)
    errors['agency'] = `Which one? Type the whole name: ${like.map((one) => one.name).join('; ')}`;
  if (Object.keys(errors).length || !only) return { errors };
  try {
    return { wanted: await shaped(NewWalkInDto, { name, agencyId: only.id, ...(email && { email }) }) };
  } catch (error) {
    return { errors: refusedForm(error, 'name', { fields: ['name', 'email', 'agency'] }).errors };
  }
}
