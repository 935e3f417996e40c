import type { Role } from './roles';

export interface SignInRequest {
  email: string;
  password: string;
  code?: string;
}

export interface MeView {
  id: string;
  name: string;
  email: string;
  roles: Role[];
}

export const AREAS = ['city', 'county', 'both'] as const;
export type Area = (typeof AREAS)[number];

export interface AgencyView {
  id: string;
  name: string;
  sector: string;
  feeType: string;
  emailDomain: string | null;
}

export interface NewAgency {
  name: string;
  sector: string;
  feeType?: string;
  emailDomain?: string;
}

/** What an agency pays by. */
export const FEE_TYPES = ['staff', 'maintained', 'private', 'charity', 'self-employed', 'other'] as const;
export type FeeType = (typeof FEE_TYPES)[number];

export interface PractitionerView {
  id: string;
  name: string;
  email: string | null;
  agencyId: string | null;
  agencyName: string | null;
  jobRole: string | null;
}

export interface NewPractitioner {
  email?: string;
  name: string;
  agencyId: string;
  jobRole?: string;
}
