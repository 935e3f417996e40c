import type { Area } from './people';
import { PERMISSION_NAMES, type Permission, allows } from './permissions';
import { type Role, STAFF_ROLES } from './roles';

/** Somebody who wants an account. The agency is named by its id or by its name; a name nobody has yet is proposed. */
export interface NewRegistration {
  email: string;
  /** Answered where the address looks like a mailbox that several people read. */
  isOwnAddress?: boolean;
  name: string;
  jobRole: string;
  agencyId?: string;
  agency?: string;
  /** The sector of an agency that is new. */
  sector?: string;
  area: Area;
  /** Asked where the agency lets a manager approve bookings. */
  managerName?: string;
  managerEmail?: string;
  password: string;
}

/** Where a mail went; told alike whether or not the address is known. */
export interface MailedView {
  email: string;
}

/** What came with a mail: the secret of its link, or its six-digit code with the address it went to. */
export interface MailedProof {
  token?: string;
  email?: string;
  code?: string;
}

export interface SignInLinkConfirmation extends MailedProof {
  /** From the authenticator app, or a recovery code, where a second factor is on. */
  authenticatorCode?: string;
}

export interface PasswordResetConfirmation {
  token: string;
  password: string;
}

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

export interface EmailChange {
  email: string;
  password: string;
}

/** One device on which a person is signed in. */
export interface SignInView {
  id: string;
  /** In plain words: 'Firefox on Windows'. */
  device: string;
  startedAt: string;
  lastSeenAt: string;
  /** The one that this request came with. */
  isCurrent: boolean;
}

export interface SecondFactorView {
  isOn: boolean;
  /** Whether this person may not do without. */
  isRequired: boolean;
  recoveryCodesLeft: number;
}

/** What an authenticator app takes in; shown once. */
export interface SecondFactorSetUp {
  secret: string;
  uri: string;
}

/** Each signs in once when the app is not at hand; shown once. */
export interface RecoveryCodesView {
  recoveryCodes: string[];
}

/** What takes data out of the product, beside every permission whose name ends in `.export`. */
const EXPORTING: readonly Permission[] = ['reports.read', 'audit.read', 'messages.read', 'register.read'];
const isExporting = (permission: Permission) => permission.endsWith('.export') || EXPORTING.includes(permission);

/** Whether somebody with these roles needs a second factor where the partnership asks for one. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return (
    roles.includes('trainer') ||
    roles.some((role) => STAFF_ROLES.includes(role)) ||
    PERMISSION_NAMES.filter(isExporting).some((permission) => allows(permission, roles))
  );
}

/** How somebody signs in, as those see it who help them. No secret, and nothing of their devices. */
export interface AccountView {
  /** The person's. */
  id: string;
  name: string;
  email: string | null;
  roles: Role[];
  hasAccount: boolean;
  isAddressConfirmed: boolean;
  isSecondFactorOn: boolean;
  lastSignInAt: string | null;
}

export interface AccountDetailView extends AccountView {
  /** Whether the partnership asks this person for a second factor. */
  isSecondFactorRequired: boolean;
  openSignIns: number;
  /** Too many tries in this minute: the next one is refused, the right password too. */
  isHeldBack: boolean;
}

/** A person as far as somebody needs who looks them up, and no further. */
export interface PersonLookupView {
  id: string;
  name: string;
  email: string | null;
  agencyNames: string[];
}

export interface AgencyLookupView {
  id: string;
  name: string;
}
